using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>The acts of those who ask for help.</summary>
[MutationType]
public static class RequestMutations
{
    /// <summary>Asks for help. Without an audience nobody but your office sees the request; with one it is shared in the same act.</summary>
    [Authorize]
    public static async Task<AssistanceRequestPayload> OpenAssistanceRequest(
        OpenAssistanceRequestInput input, ActRunner acts, AssistanceRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "ask for assistance", Roles.WhoDraft);
            if (input.Organization is { } asking && (!AssistanceContent.IsOrganization(author) || asking != author.PartyCode))
            {
                throw Refuse.Invalid("A regional organization asks for itself, by a desk of its own.", "input", "organization");
            }

            var request = AssistanceContent.Create(act, author, input);
            rules.Check(request);
            MustLieAhead(act, input.NeededBy);
            await act.ShareAtOnceAsync(request, input.Audience, input.Handling, publication);
            act.Context.Add(request);
            if (input.ConsultedInConfidence is { Count: > 0 } consulted)
            {
                act.Context.Add(AssistanceContent.Consultation(request, consulted));
            }

            act.Tell(ChangeType.AssistanceRequested, request);
            return request.Id;
        }));

    /// <summary>Changes a request in place, for the same readers.</summary>
    [Authorize]
    public static async Task<AssistanceRequestPayload> ReviseAssistanceRequest(
        ReviseAssistanceRequestInput input, ActRunner acts, AssistanceRules rules, FieldContext field) =>
        new(await acts.StepAsync<AssistanceRequest>(
            field,
            AssistanceLife.OfRequest,
            DocumentAct.Revise,
            new(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, request) =>
            {
                AssistanceContent.Apply(request, input);
                rules.Check(request);
                if (input.ConsultedInConfidence is { } consulted)
                {
                    await SetConsultedAsync(act, request, consulted);
                }

                request.WasRevisedBy(act.Person);
                act.Tell(ChangeType.AssistanceRequestRevised, request);
            }));

    /// <summary>Ends a request, and says what came of it. Help that was agreed goes on until it is stopped.</summary>
    [Authorize]
    public static async Task<AssistanceRequestPayload> CloseAssistanceRequest(CloseAssistanceRequestInput input, ActRunner acts, FieldContext field) =>
        new(await acts.StepAsync<AssistanceRequest>(
            field,
            AssistanceLife.OfRequest,
            DocumentAct.Close,
            new(input.Id, input.Version, null, input.ClientMutationId),
            (act, request) =>
            {
                var check = new InputCheck();
                check.Text(input.Outcome, DocumentRules.MaxText, "outcome");
                check.ThrowIfAny();
                AssistanceContent.Close(request, input.Outcome);
                act.Tell(ChangeType.AssistanceRequestClosed, request);
                return Task.CompletedTask;
            }));

    /// <summary>Shares what was just written, if an audience is named and the viewer may.</summary>
    internal static async Task ShareAtOnceAsync(
        this Act act, SharedDocument document, AudienceInput? audience, HandlingInput? handling, Publication publication)
    {
        if (audience is not null)
        {
            act.MustActFor(document.OwnerId, "share it", Roles.WhoSpeak);
            await publication.ShareAsync(act, document, audience, handling);
            document.PublishedAt = act.Now;
        }
        else if (handling is not null)
        {
            throw Refuse.Invalid("Goes with an audience only.", "input", "handling");
        }
    }

    private static void MustLieAhead(Act act, DateOnly? neededBy)
    {
        if (neededBy < act.Today)
        {
            throw Refuse.Invalid("Lies in the past.", "input", "neededBy");
        }
    }

    private static async Task SetConsultedAsync(Act act, AssistanceRequest request, IReadOnlyList<ConsultedInput> consulted)
    {
        var kept = await act.Context.Readable<AssistanceConsultation>().SingleOrDefaultAsync(row => row.RequestId == request.Id, act.Cancellation);
        if (kept is null)
        {
            act.Context.Add(AssistanceContent.Consultation(request, consulted));
        }
        else
        {
            kept.Consulted = ConsultedBodies.Of(consulted);
        }
    }
}

/// <summary>What an act on a request came to.</summary>
public sealed class AssistanceRequestPayload(ActResult result) : ActPayload(result);
