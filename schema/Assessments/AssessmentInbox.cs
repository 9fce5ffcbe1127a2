using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Assessments of the viewer's offices that wait for a sign-off.</summary>
internal sealed class AssessmentsToApprove() : InboxSource<Assessment>(InboxReason.AssessmentToApprove)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) => db.Visible<Assessment>()
        .Where(assessment => assessment.Status == DocumentStatus.InReview && asked.DecidingOffices.Contains(assessment.OwnerId))
        .Select(assessment => new Waiting
        {
            SubjectId = assessment.Id,
            OfficeId = assessment.OwnerId,
            DueOn = null,
            Since = assessment.UpdatedAt,
        });
}

/// <summary>Parts of assessments that the viewer's offices were asked to write, and have not signed off.</summary>
internal sealed class PartsToWrite() : InboxSource<AssessmentPart>(InboxReason.PartToWrite)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) => db.Visible<AssessmentPart>()
        .Where(part => (part.Status == PartStatus.Asked || part.Status == PartStatus.Written) && asked.Offices.Contains(part.OfficeId))
        .Select(part => new Waiting
        {
            SubjectId = part.Id,
            OfficeId = part.OfficeId,
            DueOn = part.DueOn,
            Since = part.CreatedAt,
        });
}
