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

/// <summary>How profiles and the matches that the database makes of them lie in their tables.</summary>
public sealed class PeerMapping : IDocumentMapping
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<PeerProfile>().ToTable("peer_profile").HasKey(profile => profile.OfficeId);
        model.Entity<PeerSuggestion>().ToTable("peer_match").HasKey(match => new { match.OfficeId, match.PeerId });
    }
}
