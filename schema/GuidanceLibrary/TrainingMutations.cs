using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>What was taught.</summary>
[MutationType]
public static class TrainingMutations
{
    /// <summary>Puts on record that a course or session was held.</summary>
    [Authorize]
    public static async Task<TrainingPayload> RecordTraining(
        RecordTrainingInput input, ActRunner acts, GuidanceRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "record a training", Roles.WhoDraft);
            var training = GuidanceContent.Create(act, author.OfficeId, input);
            rules.Check(training);
            if (input.Guidance is { } material && !await act.Context.Visible<Guidance>().AnyAsync(g => g.Id == material, act.Cancellation))
            {
                throw Refuse.NotFound("guidance", "input", "guidance");
            }

            if (input.Audience is { } audience)
            {
                act.MustActFor(author.OfficeId, "share a training record", Roles.WhoDecide);
                await publication.OpenAsync(act, training, audience, null, "audience");
                training.PublishedAt = act.Now;
            }

            act.Context.Add(training);
            act.TellRow(ChangeType.TrainingRecorded, training);
            return training.Id;
        }));
}

/// <summary>What an act on a training record came to.</summary>
public sealed class TrainingPayload(ActResult result) : ActPayload(result);
