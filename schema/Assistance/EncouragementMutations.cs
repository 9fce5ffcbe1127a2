using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>The log of what was done to encourage States.</summary>
[MutationType]
public static class EncouragementMutations
{
    /// <summary>Writes down what your office did to encourage a State: quietly, for your office alone, or shared with an audience.</summary>
    [Authorize]
    public static async Task<EncouragementPayload> LogEncouragement(
        LogEncouragementInput input, ActRunner acts, AssistanceRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "log an activity", Roles.WhoSpeak).OfficeId;
            var activity = new EncouragementActivity
            {
                Id = act.NewId(),
                OwnerId = office,
                Readers = ReaderRules.OfDraft(office),
                Country = input.Country,
                Form = input.Form,
                What = input.What,
                HeldOn = input.HeldOn,
                Language = input.Language,
                Audience = Audience.OwnOffice(),
            };
            rules.Check(activity);
            if (input.Audience is { } audience)
            {
                await publication.OpenAsync(act, activity, audience, expiresAt: null, "audience");
                activity.PublishedAt = act.Now;
            }

            act.Context.Add(activity);
            act.TellRow(ChangeType.EncouragementLogged, activity);
            return activity.Id;
        }));
}

/// <summary>The log in queries.</summary>
[QueryType]
public static class EncouragementQueries
{
    /// <summary>What was done to encourage States, as far as you may see it, the latest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<EncouragementActivity>> EncouragementActivities(
        PagingArguments paging,
        QueryContext<EncouragementActivity> query,
        ISelection selection,
        DocumentLists lists,
        CancellationToken cancellation) => lists.PageRowsAsync(
            db => db.Visible<EncouragementActivity>(),
            paging,
            query.DefaultOrder(activity => activity.HeldOn, descending: true),
            selection,
            cancellation);
}

/// <summary>What an activity leads to.</summary>
[ObjectType<EncouragementActivity>]
public static class EncouragementFields
{
    /// <summary>Activities by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<EncouragementActivity?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<EncouragementActivity>(ids, selection, cancellation);

    /// <summary>The office that did it.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(EncouragementActivity.OwnerId))] IReadOnlyList<Guid> ids,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>What writing down an activity came to.</summary>
public sealed class EncouragementPayload(ActResult result) : ActPayload(result);

/// <summary>The activity in the answer to an act.</summary>
[ObjectType<EncouragementPayload>]
public static class EncouragementPayloadFields
{
    /// <summary>The activity; null if the act was refused.</summary>
    public static Task<IReadOnlyList<EncouragementActivity?>> ActivityAsync(
        [ParentKey(nameof(EncouragementPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<EncouragementActivity>(ids, selection, cancellation);
}
