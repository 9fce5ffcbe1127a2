using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Draft → in review → approved → published. To revise a published assessment begins its successor.</summary>
internal static class AssessmentLife
{
    public static Life Life { get; } = new(
        new(
            DocumentAct.Revise,
            Roles.WhoDraft,
            [DocumentStatus.Draft, DocumentStatus.InReview, DocumentStatus.Approved, DocumentStatus.Published]),
        new(DocumentAct.OpenDraft, [Role.NationalFocalPoint, Role.NationalContributor], [DocumentStatus.Draft, DocumentStatus.InReview]),
        new(DocumentAct.Submit, Roles.WhoDraft, [DocumentStatus.Draft], DocumentStatus.InReview),
        new(DocumentAct.Return, Roles.WhoDecide, [DocumentStatus.InReview, DocumentStatus.Approved], DocumentStatus.Draft),
        new(DocumentAct.Approve, Roles.WhoDecide, [DocumentStatus.InReview], DocumentStatus.Approved),
        new(DocumentAct.Publish, Roles.WhoDecide, [DocumentStatus.Approved], DocumentStatus.Published));
}
