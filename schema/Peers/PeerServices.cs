using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;

namespace R2P.Schema.Peers;

internal static class PeerServices
{
    /// <summary>Adds the matching of peers.</summary>
    public static IServiceCollection AddPeers(this IServiceCollection services) =>
        services.AddSingleton<IDocumentMapping, PeerMapping>();
}

/// <summary>How profiles lie in <c>r2p.peer_profile</c>.</summary>
public sealed class PeerMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<PeerProfile>().ToTable("peer_profile").HasKey(profile => profile.OfficeId);
}
