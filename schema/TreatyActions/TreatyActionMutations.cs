using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>What States did about the law is put on record.</summary>
[MutationType]
public static class TreatyActionMutations
{
    /// <summary>
    /// Records what a State did about a legal instrument, or a step by which it holds to account. The office of a State records what its own State did;
    /// other offices record what is public. Without an audience it stays in your office.
    /// </summary>
    [Authorize]
    public static async Task<TreatyActionPayload> RecordTreatyAction(
        RecordTreatyActionInput input, ActRunner acts, TreatyActionRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "record what States did", Roles.WhoDecide);
            var action = Create(act, author, rules, input);
            rules.Check(action, act.Today);
            if (input.Audience is { } audience)
            {
                await publication.ShareAsync(act, action, audience, input.Handling);
                action.PublishedAt = act.Now;
            }

            act.Context.Add(action);
            act.Tell(ChangeType.TreatyActionRecorded, action);
            return action.Id;
        }));

    /// <summary>Corrects a fact in place, for the same readers.</summary>
    [Authorize]
    public static async Task<TreatyActionPayload> ReviseTreatyAction(
        ReviseTreatyActionInput input, ActRunner acts, TreatyActionRules rules, FieldContext field) =>
        new(await acts.StepAsync<TreatyAction>(
            field,
            TreatyActionMapping.Life,
            DocumentAct.Revise,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            (act, action) =>
            {
                Apply(action, input);
                rules.Check(action, act.Today);
                action.WasRevisedBy(act.Person);
                act.Tell(ChangeType.TreatyActionRevised, action);
                return Task.CompletedTask;
            }));

    private static TreatyAction Create(Act act, ViewerAppointment author, TreatyActionRules rules, RecordTreatyActionInput input)
    {
        var country = rules.StateOf(author, input.Country);
        return new TreatyAction
        {
            Id = act.NewId(),
            OwnerId = author.OfficeId,
            Readers = ReaderRules.OfDraft(author.OfficeId),
            AuthorIds = [act.Person],
            Audience = Audience.OwnOffice(),
            Status = DocumentStatus.Recorded,
            Title = input.Title ?? rules.TitleOf(country, input.Instrument, input.Action, input.Accountability),
            Summary = input.Summary,
            Language = input.Language,
            Tags = [.. input.Tags ?? []],
            Country = country,
            Instrument = input.Instrument,
            Action = input.Action,
            Accountability = input.Accountability,
            DoneOn = input.DoneOn,
            Body = new TreatyActionBody
            {
                Statement = input.Statement,
                DomesticLaw = input.DomesticLaw,
                Implementation = input.Implementation,
                Partner = input.Partner,
                Source = Source(input.Source),
            },
        };
    }

    private static void Apply(TreatyAction action, ReviseTreatyActionInput input)
    {
        var body = action.Body;
        action.Title = input.Title ?? action.Title;
        action.Summary = input.Summary.HasValue ? input.Summary.Value : action.Summary;
        action.DoneOn = input.DoneOn ?? action.DoneOn;
        action.Tags = input.Tags is null ? action.Tags : [.. input.Tags];
        action.Body = new TreatyActionBody
        {
            Statement = input.Statement.HasValue ? input.Statement.Value : body.Statement,
            DomesticLaw = input.DomesticLaw.HasValue ? input.DomesticLaw.Value : body.DomesticLaw,
            Implementation = input.Implementation.HasValue ? input.Implementation.Value : body.Implementation,
            Partner = input.Partner.HasValue ? input.Partner.Value : body.Partner,
            Source = input.Source.HasValue ? Source(input.Source.Value) : body.Source,
        };
    }

    private static PublicSource? Source(PublicSourceInput? source) => source is null ? null : new PublicSource { Text = source.Text, Url = source.Url };
}

/// <summary>What an act on a treaty action came to.</summary>
public sealed class TreatyActionPayload(ActResult result) : ActPayload(result);
