using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Inbox;

namespace R2P.Schema.Contributions;

internal static class ContributionServices
{
    /// <summary>Adds contributions and invitations to them.</summary>
    public static IServiceCollection AddContributions(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentMapping, ContributionMapping>();
        services.AddSingleton<ContributionWriting>();
        services.AddSingleton<IInboxSource, ContributionsToAnswer>();
        services.AddSingleton<IInboxSource, InvitationsToContribute>();
        return services;
    }
}

/// <summary>How contributions and invitations lie in their tables.</summary>
public sealed class ContributionMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Contribution>().ToTable("contribution").Property(row => row.Id).ValueGeneratedNever();
        model.Entity<ContributionInvitation>().ToTable("contribution_invitation").Property(row => row.Id).ValueGeneratedNever();
    }
}

/// <summary>Contributions to the viewer's offices that have no answer.</summary>
internal sealed class ContributionsToAnswer() : InboxSource<Contribution>(InboxReason.ContributionToAnswer)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked) => db.Readable<Contribution>()
        .Where(row => row.Status == ContributionStatus.Received && asked.DecidingOffices.Contains(row.ReceiverId))
        .Select(row => new Waiting
        {
            SubjectId = row.Id,
            OfficeId = row.ReceiverId,
            DueOn = null,
            Since = row.CreatedAt,
        });
}

/// <summary>Invitations that the viewer's offices have not followed, while there is time.</summary>
internal sealed class InvitationsToContribute() : InboxSource<ContributionInvitation>(InboxReason.ContributionInvited)
{
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var given = db.Readable<Contribution>().Select(row => row.InvitationId);
        return db.Readable<ContributionInvitation>()
            .Where(row => asked.Offices.Contains(row.OfficeId) && (row.DueOn == null || row.DueOn >= asked.Today) && !given.Contains(row.Id))
            .Select(row => new Waiting
            {
                SubjectId = row.Id,
                OfficeId = row.OfficeId,
                DueOn = row.DueOn,
                Since = row.CreatedAt,
            });
    }
}
