using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>What is kept beside an assessment under stricter access.</summary>
[MutationType]
public static class AnnexMutations
{
    /// <summary>Adds an annex to an assessment of your office. Those who read only the assessment see nothing of it.</summary>
    [Authorize]
    public static async Task<AnnexPayload> AddAnnex(AddAnnexInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            AnnexRules.Check(input.Title, input.Text, input.Groups, input.Consulted);
            var assessment = await act.Context.Visible<Assessment>().SingleOrDefaultAsync(a => a.Id == input.AssessmentId, act.Cancellation)
                ?? throw Refuse.NotFound("assessment", "input", "assessmentId");
            act.MustActFor(assessment.OwnerId, "add an annex to it", Roles.WhoDraft);
            var annex = Create(act, assessment, input);
            act.Context.Add(annex);
            act.TellUnchanged(ChangeType.AnnexAdded, assessment, annex.Readers);
            return annex.Id;
        }));

    /// <summary>Changes an annex, for the same readers.</summary>
    [Authorize]
    public static async Task<AnnexPayload> ReviseAnnex(ReviseAnnexInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            AnnexRules.Check(input.Title, input.Text.Value, input.Groups, input.Consulted);
            var (assessment, annex) = await LoadAsync(act, input.Id, input.Version, "revise this annex", Roles.WhoDraft);
            act.Because(input.Reason);
            annex.Title = input.Title ?? annex.Title;
            annex.Body = new AnnexBody
            {
                Text = input.Text.HasValue ? input.Text.Value : annex.Body.Text,
                Groups = input.Groups is null ? annex.Body.Groups : Groups(input.Groups),
                Consulted = input.Consulted is null ? annex.Body.Consulted : ConsultedBodies.Of(input.Consulted),
            };
            act.TellUnchanged(ChangeType.AnnexRevised, assessment, annex.Readers);
            return annex.Id;
        }));

    /// <summary>Gives the annex of a published assessment an audience: your office, the offices of your State, or whom you name.</summary>
    [Authorize]
    public static async Task<AnnexPayload> ShareAnnex(ShareAnnexInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            AnnexRules.CheckAudience(input.Audience);
            var (assessment, annex) = await LoadAsync(act, input.Id, input.Version, "share this annex", Roles.WhoDecide);
            AssessmentLife.Life.Take(act, assessment, DocumentAct.Share);
            act.Because(input.Reason);
            await publication.OpenAsync(act, annex, input.Audience, assessment.ExpiresAt, "audience");
            annex.PublishedAt ??= act.Now;
            act.TellUnchanged(ChangeType.AnnexShared, assessment, annex.Readers);
            return annex.Id;
        }));

    /// <summary>Erases an annex with its whole past: nothing of the text remains.</summary>
    [Authorize]
    public static async Task<AnnexPayload> EraseAnnex(EraseAnnexInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = new InputCheck();
            check.Text(input.Reason, 1_000, "reason");
            check.ThrowIfAny();
            var (_, annex) = await LoadAsync(act, input.Id, input.Version, "erase this annex", Roles.WhoDecide);
            await act.EraseAsync(annex.Id, input.Reason, "annex");
            return annex.Id;
        }));

    private static ConfidentialAnnex Create(Act act, Assessment assessment, AddAnnexInput input) => new()
    {
        Id = act.NewId(),
        AssessmentId = assessment.Id,
        OwnerId = assessment.OwnerId,
        Readers = ReaderRules.OfDraft(assessment.OwnerId),
        Audience = Audience.OwnOffice(),
        Language = assessment.Language,
        Kind = input.Kind,
        Title = input.Title,
        Body = new AnnexBody
        {
            Text = input.Text,
            Groups = Groups(input.Groups ?? []),
            Consulted = ConsultedBodies.Of(input.Consulted ?? []),
        },
    };

    private static List<GroupAtRisk> Groups(IReadOnlyList<GroupAtRiskInput> groups) =>
    [
        .. groups.Select(group => new GroupAtRisk
        {
            Category = group.Category,
            Area = group.Area,
            Threat = group.Threat,
            Resilience = group.Resilience,
            SelfProtection = group.SelfProtection,
        }),
    ];

    private static async Task<(Assessment Assessment, ConfidentialAnnex Annex)> LoadAsync(
        Act act, Guid id, int version, string toDo, Role[] roles)
    {
        var annex = await act.LoadAsync<ConfidentialAnnex>(id, version);
        act.MustActFor(annex.OwnerId, toDo, roles);
        var assessment = await act.Context.Visible<Assessment>().SingleAsync(a => a.Id == annex.AssessmentId, act.Cancellation);
        return (assessment, annex);
    }
}

/// <summary>What an act on a confidential annex came to.</summary>
public sealed class AnnexPayload(ActResult result) : ActPayload(result);
