using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>How institutions lie in <c>r2p.institution</c>.</summary>
public sealed class InstitutionMapping : IDocumentMapping
{
    /// <summary>Recorded, changed in place, closed when the body ends.</summary>
    internal static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Recorded, DocumentStatus.Closed]),
        new(DocumentAct.Close, Roles.WhoDecide, [DocumentStatus.Recorded], DocumentStatus.Closed))
    {
        Unshared = [],
        Shared = [DocumentStatus.Recorded, DocumentStatus.Closed],
    };

    /// <summary>Reads institutions where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Institution>(DocumentKind.Institution, Life);

    /// <inheritdoc/>
    public void Configure(ModelBuilder model) => model.Entity<Institution>(institution =>
    {
        institution.ToTable("institution").HasSharedDocument();
        institution.Ignore(i => i.Members);
        institution.ComplexProperty(i => i.Body, body => body.ToJson());
    });
}
