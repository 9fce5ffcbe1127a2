using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>The register of review cycles.</summary>
[MutationType]
public static class ReviewCycleMutations
{
    /// <summary>Puts on record when a State's turn comes under a mechanism.</summary>
    [Authorize]
    public static async Task<ReviewCyclePayload> RecordReviewCycle(
        RecordReviewCycleInput input,
        ActRunner acts,
        Catalogue.Catalogue catalogue,
        DocumentRules rules,
        Publication publication,
        FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "record a review cycle", Roles.WhoDecide).OfficeId;
            var state = await Publication.StateOfAsync(act, office);
            var country = input.Country ?? state ?? throw Refuse.Invalid("Name the State whose turn it is.", "input", "country");
            Check(catalogue, rules, input, country, state);
            await act.LockAsync(ActLock.ReviewCycle, $"{office} {input.Mechanism} {country} {input.Cycle}");
            var cycle = await FindAsync(act, office, country, input) ?? Add(act, office, country, input);
            (cycle.HeldOn, cycle.MidTermOn, cycle.NextOn) = (input.HeldOn, input.MidTermOn, input.NextOn);
            (cycle.Note, cycle.Language) = (input.Note, input.Language);
            if (input.Audience is { } audience)
            {
                await publication.OpenAsync(act, cycle, audience, null, "audience");
                cycle.PublishedAt ??= act.Now;
            }

            act.TellRow(ChangeType.ReviewCycleRecorded, cycle);
            return cycle.Id;
        }));

    private static Task<ReviewCycle?> FindAsync(Act act, Guid office, string country, RecordReviewCycleInput input) =>
        act.Context.Visible<ReviewCycle>().SingleOrDefaultAsync(
            cycle => cycle.OwnerId == office && cycle.Mechanism == input.Mechanism && cycle.Country == country && cycle.Cycle == input.Cycle,
            act.Cancellation);

    private static ReviewCycle Add(Act act, Guid office, string country, RecordReviewCycleInput input)
    {
        var cycle = new ReviewCycle
        {
            Id = act.NewId(),
            OwnerId = office,
            Readers = ReaderRules.OfDraft(office),
            Audience = Audience.OwnOffice(),
            Language = input.Language,
            Mechanism = input.Mechanism,
            Country = country,
            Cycle = input.Cycle,
        };
        act.Context.Add(cycle);
        return cycle;
    }

    private static void Check(Catalogue.Catalogue catalogue, DocumentRules rules, RecordReviewCycleInput input, string country, string? state)
    {
        var check = new InputCheck();
        DocumentRules.Code(check, code => catalogue.FindCode(code) is PeerReviewMechanism, "review mechanism", input.Mechanism, "mechanism");
        check.Text(input.Cycle, 100, "cycle");
        rules.Country(check, country, "country");
        if (state is not null && state != country)
        {
            check.Add("An office of a State records the cycles of its own State.", "country");
        }

        check.OptionalText(input.Note, 2_000, "note");
        DocumentRules.Language(check, input.Language);
        check.ThrowIfAny();
    }
}

/// <summary>What an act on a review cycle came to.</summary>
public sealed class ReviewCyclePayload(ActResult result) : ActPayload(result);
