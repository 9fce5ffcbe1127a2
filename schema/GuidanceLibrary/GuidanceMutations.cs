using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>The acts of the life of guidance.</summary>
[MutationType]
public static class GuidanceMutations
{
    /// <summary>Begins guidance, or a new edition of it. Until it is published, nobody but your office sees it.</summary>
    [Authorize]
    public static async Task<GuidancePayload> DraftGuidance(DraftGuidanceInput input, ActRunner acts, GuidanceRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, act =>
        {
            var author = act.MustActAs(input.Office, "draft guidance", Roles.WhoDraft);
            var guidance = GuidanceContent.Create(act, author.OfficeId, input);
            rules.Check(guidance);
            act.Context.Add(guidance);
            act.Tell(ChangeType.GuidanceDrafted, guidance);
            return Task.FromResult(guidance.Id);
        }));

    /// <summary>Changes guidance; after its publication that corrects it in place, for the same readers.</summary>
    [Authorize]
    public static Task<GuidancePayload> ReviseGuidance(ReviseGuidanceInput input, ActRunner acts, GuidanceRules rules, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Revise, (act, guidance) =>
        {
            GuidanceContent.Apply(guidance, input);
            rules.Check(guidance);
            guidance.WasRevisedBy(act.Person);
            act.Tell(ChangeType.GuidanceRevised, guidance);
            return Task.CompletedTask;
        });

    /// <summary>Shares guidance with an audience.</summary>
    [Authorize]
    public static Task<GuidancePayload> PublishGuidance(
        PublishGuidanceInput input, ActRunner acts, Publication publication, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Publish, async (act, guidance) =>
        {
            await publication.ShareAsync(act, guidance, input.Audience, input.Handling);
            guidance.PublishedAt = act.Now;
            act.Tell(ChangeType.GuidancePublished, guidance);
        });

    /// <summary>Says that a newer edition has taken the place of an older one, which stays readable for its readers.</summary>
    [Authorize]
    public static Task<GuidancePayload> SupersedeGuidance(SupersedeGuidanceInput input, ActRunner acts, FieldContext field) =>
        StepAsync(new(input.Id, input.Version, input.Reason, input.ClientMutationId), acts, field, DocumentAct.Supersede, async (act, guidance) =>
        {
            var successor = await act.Context.Visible<Guidance>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == input.By, act.Cancellation)
                ?? throw Refuse.NotFound("guidance", "input", "by");
            if (successor.Id == guidance.Id || successor.OwnerId != guidance.OwnerId || successor.Status != DocumentStatus.Published)
            {
                throw Refuse.Invalid("Must be another edition of the same office, and published.", "input", "by");
            }

            guidance.SupersededById = successor.Id;
            act.Tell(ChangeType.GuidanceSuperseded, guidance);
        });

    private static async Task<GuidancePayload> StepAsync(
        DocumentStep step, ActRunner acts, FieldContext field, DocumentAct wanted, Func<Act, Guidance, Task> rest) =>
        new(await acts.StepAsync(field, GuidanceLife.Life, wanted, step, rest));
}

/// <summary>What an act on guidance came to.</summary>
public sealed class GuidancePayload(ActResult result) : ActPayload(result);
