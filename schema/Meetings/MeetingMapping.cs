using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>How meetings, and what belongs to them, lie in their tables.</summary>
public sealed class MeetingMapping : IDocumentMapping
{
    /// <summary>Reads meetings where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Meeting>(DocumentKind.Meeting, MeetingLife.Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meeting").HasSharedDocument();
            meeting.Ignore(m => m.Place).Ignore(m => m.Agenda).Ignore(m => m.Conclusions);
            meeting.ComplexProperty(m => m.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Agenda);
            });
        });
        model.Entity<MeetingDocument>(document =>
        {
            document.ToTable("meeting_document").HasKey(d => new { d.MeetingId, d.Place });
            document.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId);
        });
        model.Entity<MeetingInvitation>(invitation =>
        {
            invitation.ToTable("meeting_invitation").HasKey(i => new { i.MeetingId, i.OfficeId });
            invitation.HasOne<Meeting>().WithMany().HasForeignKey(i => i.MeetingId);
            invitation.Property(i => i.Version).IsConcurrencyToken();
        });
        model.Entity<MeetingAnswer>().ToTable("meeting_answer").HasKey(a => new { a.MeetingId, a.OfficeId, a.Version });
        model.Entity<MeetingFollowUp>().ToTable("meeting_follow_up").Property(f => f.Id).ValueGeneratedNever();
        model.Entity<MeetingStatement>().ToTable("meeting_statement").HasSharedRow();
    }
}
