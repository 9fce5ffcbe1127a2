using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>Registers consultations.</summary>
internal static class ConsultationServices
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) => services
        .AddSingleton<IDocumentMapping, ConsultationMapping>()
        .AddSingleton(ConsultationMapping.Store)
        .AddSingleton<ConsultationRules>()
        .AddSingleton<IInboxSource, InvitedSubmissions>();
}

/// <summary>Open consultations to which the viewer's office was invited and that it has not answered.</summary>
public sealed class InvitedSubmissions() : InboxSource<Consultation>(InboxReason.SubmissionInvited)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var own =
            from author in db.Readable<SubmissionAuthor>()
            join submission in db.Readable<Submission>() on author.SubmissionId equals submission.Id
            where submission.Status == SubmissionStatus.Submitted
            select new { submission.ConsultationId, author.OfficeId };
        return
            from consultation in db.Visible<Consultation>()
            where consultation.Status == DocumentStatus.Open && consultation.ClosesAt > asked.Now
            from office in consultation.InvitedIds
            where asked.Offices.Contains(office) && !own.Any(answer => answer.ConsultationId == consultation.Id && answer.OfficeId == office)
            select new Waiting
            {
                SubjectId = consultation.Id,
                OfficeId = office,
                DueOn = DateOnly.FromDateTime(consultation.ClosesAt.UtcDateTime),
                Since = consultation.CreatedAt,
            };
    }
}
