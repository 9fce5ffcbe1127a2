using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>Asking for a document, and the owner's answer.</summary>
[MutationType]
public static class AccessRequestMutations
{
    /// <summary>Asks the owner of an excerpt for the document behind it.</summary>
    [Authorize]
    public static async Task<AccessRequestPayload> RequestAccess(RequestAccessInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Reason, 2_000, "reason");
            check.ThrowIfAny();
            var asker = act.MustActAs(input.Office, "ask for access", WhoAsk);
            await act.LockAsync(input.Excerpt);
            var excerpt = await act.Context.Visible<Excerpt>().SingleOrDefaultAsync(row => row.Id == input.Excerpt, act.Cancellation)
                ?? throw Refuse.NotFound("excerpt", "input", "excerpt");
            await MustBeNewAsync(act, excerpt, asker.OfficeId);
            var request = Create(act, excerpt, asker.OfficeId, input.Reason);
            act.Context.Add(request);
            Tell(act, ChangeType.AccessRequested, excerpt);
            return request.Id;
        }));

    /// <summary>
    /// Answers a request for access. To grant it is to share the document: the audience that you name replaces the present one, and must let the office
    /// in that asks.
    /// </summary>
    [Authorize]
    public static async Task<AccessRequestPayload> AnswerAccessRequest(
        AnswerAccessRequestInput input, ActRunner acts, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var request = await act.Context.Readable<AccessRequest>().SingleOrDefaultAsync(row => row.Id == input.Id, act.Cancellation)
                ?? throw Refuse.NotFound("request", "input", "id");
            act.MustActFor(request.OwnerId, "answer this request", Roles.WhoDecide);
            CheckAnswer(request, input, field.Field.Name);
            if (input.Grant)
            {
                await GrantAsync(act, documents, publication, request, input);
            }

            (request.Status, request.Answer, request.AnsweredAt) =
                (input.Grant ? AccessRequestStatus.Granted : AccessRequestStatus.Declined, input.Answer, act.Now);
            return request.Id;
        }));

    private static readonly Role[] WhoAsk = [.. Roles.WhoDraft, Role.Observer];

    private static AccessRequest Create(Act act, Excerpt excerpt, Guid office, string reason) => new()
    {
        Id = act.NewId(),
        ExcerptId = excerpt.Id,
        DocumentId = excerpt.DocumentId,
        OwnerId = excerpt.OwnerId,
        OfficeId = office,
        PersonId = act.Person,
        Status = AccessRequestStatus.Open,
        Reason = reason,
        RequestedAt = act.Now,
        Readers = [ReaderToken.Office(excerpt.OwnerId), ReaderToken.Office(office)],
    };

    private static async Task MustBeNewAsync(Act act, Excerpt excerpt, Guid office)
    {
        if (office == excerpt.OwnerId)
        {
            throw Refuse.Invalid("The document is your office's own.", "input", "excerpt");
        }

        var isAsked = await act.Context.Readable<AccessRequest>().AnyAsync(
            request => request.ExcerptId == excerpt.Id && request.OfficeId == office && request.Status == AccessRequestStatus.Open, act.Cancellation);
        if (isAsked)
        {
            throw Refuse.Invalid("Your office has asked already, and the owner has not answered yet.", "input", "excerpt");
        }
    }

    private static void CheckAnswer(AccessRequest request, AnswerAccessRequestInput input, string act)
    {
        if (request.Status != AccessRequestStatus.Open)
        {
            throw Refuse.Transition(act, request.Status, [AccessRequestStatus.Open]);
        }

        var check = new InputCheck();
        check.OptionalText(input.Answer, 2_000, "answer");
        if (input.Grant && input.Version is null)
        {
            check.Add("Is needed to grant access: the version of the document that you saw.", "version");
        }

        if (input.Grant && input.Audience is null)
        {
            check.Add("Is needed to grant access: with whom the document is shared from now on.", "audience");
        }

        check.ThrowIfAny();
    }

    private static async Task GrantAsync(
        Act act, SharedDocuments documents, Publication publication, AccessRequest request, AnswerAccessRequestInput input)
    {
        var excerpt = await act.Context.Visible<Excerpt>().SingleAsync(row => row.Id == request.ExcerptId, act.Cancellation);
        var (store, document) = await documents.LoadAsync(
            act, new NodeId(excerpt.DocumentKind.ToString(), excerpt.DocumentId), input.Version!.Value);
        await act.ShareAsync(store, document, publication, input.Audience!, input.Handling);
        var isIn = await act.Context.Database
            .SqlQuery<bool>($"""select exists (select from r2p.holders_of({document.Readers}) h where h.office_id = {request.OfficeId}) as "Value" """)
            .SingleAsync(act.Cancellation);
        if (!isIn && !document.Readers.Contains(ReaderToken.Public))
        {
            throw Refuse.Invalid("Does not let the office in that asks.", "input", "audience");
        }
    }

    /// <summary>The owner's office hears of it.</summary>
    private static void Tell(Act act, ChangeType type, Excerpt excerpt) =>
        act.Session.Append(type.ToldTo(ReaderRules.OfDraft(excerpt.OwnerId)) with
        {
            DocumentId = excerpt.DocumentId, DocumentKind = EnumText.Of(excerpt.DocumentKind),
        });
}

/// <summary>What an act on a request for access came to.</summary>
public sealed class AccessRequestPayload(ActResult result) : ActPayload(result);
