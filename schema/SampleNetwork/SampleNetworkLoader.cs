using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Alerts;
using R2P.Schema.Assistance;
using R2P.Schema.Consultations;
using R2P.Schema.Exchanges;
using R2P.Schema.Meetings;
using R2P.Schema.GuidanceLibrary;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Recommendations;
using R2P.Schema.Strategies;

namespace R2P.Schema.SampleNetwork;

/// <summary>
/// Loads the demonstration network into a database that has nobody in it yet. One transaction: what is interrupted leaves nothing
/// behind, and the next start begins afresh.
/// </summary>
public sealed class SampleNetworkLoader(DocumentStore store, TimeProvider time)
{
    /// <summary>Loads offices, personas and documents; the parties of the catalogue must be there.</summary>
    /// <param name="issuer">Who issues the personas' tokens (<c>iss</c>).</param>
    /// <param name="cancellation">Gives up; nothing is loaded then.</param>
    /// <returns>False if somebody is in the database already, who is left alone.</returns>
    public Task<bool> LoadAsync(string issuer, CancellationToken cancellation = default) =>
        store.SeedAsync(AccessContext.Anonymous, "loadSampleNetwork", session => LoadAsync(session, issuer, cancellation), cancellation);

    private async Task<bool> LoadAsync(WriteSession session, string issuer, CancellationToken cancellation)
    {
        // Two instances that start together would both find nobody.
        await session.Context.Database.ExecuteSqlAsync($"lock table r2p.person in share row exclusive mode", cancellation);
        if (await session.Context.Set<Person>().AnyAsync(cancellation))
        {
            return false;
        }

        var network = SampleFiles.ReadNetwork();
        await new SampleMembers(network).AddAsync(session, issuer, cancellation);
        SampleAssessments.Add(session.Context, network, time.GetDatabaseNow());
        new SampleCompendium(network.Personas.Single(persona => persona.Role == Access.Role.NetworkSecretariat), time.GetDatabaseNow())
            .Add(session.Context);
        SampleAlerts.Add(session.Context, network, time.GetDatabaseNow());
        SampleAssistance.Add(session.Context, network, time.GetDatabaseNow());
        SampleExchange.Add(session.Context, time.GetDatabaseNow());
        SampleConsultation.Add(session.Context, time.GetDatabaseNow());
        SampleMeeting.Add(session.Context, time.GetDatabaseNow());
        Institutions.SampleInstitutions.Add(session.Context, time.GetDatabaseNow());
        TreatyActions.SampleTreatyActions.Add(session.Context, time.GetDatabaseNow());
        SampleRecommendations.Add(session.Context, network, time.GetDatabaseNow());
        SampleStrategies.Add(session.Context, network, time.GetDatabaseNow());
        SampleGuidance.Add(session.Context, network, time.GetDatabaseNow());
        SampleReview.Add(session.Context, network, time.GetDatabaseNow());
        await session.Context.SaveChangesAsync(cancellation);
        await SampleReview.KeepVersionAsync(session.Context, cancellation);
        return true;
    }
}
