using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>The acts of an offer's life, up to the agreement.</summary>
[MutationType]
public static class OfferMutations
{
    /// <summary>
    /// Offers help: in answer to a request that you see, for both offices and nobody else, or standing. Nobody has to publish their own risks first.
    /// </summary>
    [Authorize]
    public static async Task<AssistanceOfferPayload> OfferAssistance(
        OfferAssistanceInput input, ActRunner acts, AssistanceRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "offer assistance", Roles.WhoSpeak);
            var request = input.Request is { } asked ? await FindOpenAsync(act, asked, "request") : null;
            var offer = AssistanceContent.Create(act, author, input, request);
            rules.Check(offer, request);
            await ShareAsync(act, offer, request, input, publication);
            act.Context.Add(offer);
            act.Tell(ChangeType.AssistanceOffered, offer);
            return offer.Id;
        }));

    /// <summary>Changes an offer that nobody has answered yet.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> ReviseAssistanceOffer(
        ReviseAssistanceOfferInput input, ActRunner acts, AssistanceRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, async (act, offer) =>
        {
            AssistanceContent.Apply(offer, input);
            rules.Check(offer, await FindAsync(act, offer.RequestId));
            offer.WasRevisedBy(act.Person);
            act.Tell(ChangeType.AssistanceOfferRevised, offer);
        });

    /// <summary>Takes an offer: the office that asked decides, and nobody else.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> AcceptOffer(AcceptOfferInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Accept, async (act, offer) =>
        {
            var request = await FindOpenAsync(act, offer.RequestId!.Value, "id");
            Answer(offer, OfferAnswer.Accepted, input.Reason);
            if (request.Status == DocumentStatus.Open)
            {
                request.Status = DocumentStatus.Matched;
                act.Tell(ChangeType.AssistanceRequestMatched, request);
            }

            act.Tell(ChangeType.AssistanceOfferAccepted, offer);
        });

    /// <summary>Declines an offer, with a reason that the office which offered reads.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> DeclineOffer(DeclineOfferInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Decline, (act, offer) =>
        {
            MustGiveReason(input.Reason);
            Answer(offer, OfferAnswer.Declined, input.Reason);
            act.Tell(ChangeType.AssistanceOfferDeclined, offer);
            return Task.CompletedTask;
        });

    /// <summary>Proposes what is to be done, or agrees to what the other side proposed. It holds once both sides have said so.</summary>
    [Authorize]
    public static Task<AssistanceOfferPayload> AgreeScope(AgreeScopeInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, null, input.ClientMutationId), acts, field, DocumentAct.Agree, async (act, offer) =>
        {
            if (input.Scope is { } scope)
            {
                offer.ProposeScope(act, SideOf(act, offer), scope, reason: null);
                act.Tell(ChangeType.AssistanceScopeProposed, offer);
                return;
            }

            offer.AgreeToScope(act, SideOf(act, offer));
            offer.Status = DocumentStatus.Agreed;
            act.Tell(ChangeType.AssistanceScopeAgreed, offer);
            if (await FindAsync(act, offer.RequestId) is { Status: DocumentStatus.Matched } request)
            {
                await MoveToAgreedAsync(act, offer, request);
            }
        });

    internal static async Task<AssistanceOfferPayload> StepAsync(
        DocumentStep step, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, AssistanceOffer, Task> rest) =>
        new(await acts.StepAsync(field, AssistanceLife.OfOffer, wanted, step, rest));

    /// <summary>The office for which the viewer acts here: one of the two.</summary>
    internal static Guid SideOf(Act act, AssistanceOffer offer) =>
        act.Viewer.ActsFor(offer.OwnerId, Roles.WhoSpeak) is not null ? offer.OwnerId : offer.RequesterId!.Value;

    internal static void MustGiveReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw Refuse.Invalid("Must not be empty.", "input", "reason");
        }
    }

    /// <summary>Others read the request, too: that it is agreed must not tell them who helps.</summary>
    private static async Task MoveToAgreedAsync(Act act, AssistanceOffer offer, AssistanceRequest request)
    {
        if (act.Viewer.ActsFor(request.OwnerId, Roles.WhoSpeak) is not null)
        {
            request.Status = DocumentStatus.Agreed;
            act.Tell(ChangeType.AssistanceRequestAgreed, request);
            return;
        }

        await act.Context.SaveChangesAsync(act.Cancellation);
        await act.Context.Database.ExecuteSqlAsync($"select r2p.agree_request({offer.Id}, {act.Now})", act.Cancellation);
        act.Session.Append(ChangeType.AssistanceRequestAgreed.ToldTo(request.Readers) with
        {
            DocumentId = request.Id, DocumentKind = EnumText.Of(request.Kind), Version = request.Version + 1, HidesActor = true,
        });
    }

    /// <summary>The request, as far as the viewer sees it.</summary>
    private static Task<AssistanceRequest?> FindAsync(Act act, Guid? id) =>
        act.Context.Visible<AssistanceRequest>().SingleOrDefaultAsync(request => request.Id == id, act.Cancellation);

    private static async Task<AssistanceRequest> FindOpenAsync(Act act, Guid id, string field)
    {
        var request = await FindAsync(act, id) ?? throw Refuse.NotFound("request", "input", field);
        return request.Status is DocumentStatus.Open or DocumentStatus.Matched or DocumentStatus.Agreed
            ? request
            : throw Refuse.Transition(act.Name, request.Status, DocumentStatus.Open, DocumentStatus.Matched, DocumentStatus.Agreed);
    }

    /// <summary>An answer is for whoever asked; a standing offer for whom its office names.</summary>
    private static async Task ShareAsync(
        Act act, AssistanceOffer offer, AssistanceRequest? request, OfferAssistanceInput input, Publication publication)
    {
        if (request is null)
        {
            await act.ShareAtOnceAsync(offer, input.Audience, input.Handling, publication);
            return;
        }

        if (input.Audience is not null)
        {
            throw Refuse.Invalid("An answer is read by both offices, and nobody else.", "input", "audience");
        }

        if (request.OwnerId == offer.OwnerId)
        {
            throw Refuse.Invalid("This is your own office's request.", "input", "request");
        }

        await publication.ShareAsync(act, offer, new AudienceInput(AudienceKind.Named, Offices: [request.OwnerId]), input.Handling);
        offer.PublishedAt = act.Now;
    }

    private static void Answer(AssistanceOffer offer, OfferAnswer answer, string? reason)
    {
        offer.Answer = answer;
        var body = offer.Body.Copy();
        body.AnswerReason = reason;
        offer.Body = body;
    }
}

/// <summary>What an act on an offer came to.</summary>
public sealed class AssistanceOfferPayload(ActResult result) : ActPayload(result);
