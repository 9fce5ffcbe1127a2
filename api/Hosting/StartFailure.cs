using System.Net.Sockets;
using Npgsql;
using R2P.Documents;
using R2P.Documents.Embedded;
using R2P.GraphQL.Persisted;

namespace R2P.Api.Hosting;

/// <summary>Words for what keeps the service, or a command on its database, from its work.</summary>
internal static class StartFailure
{
    /// <summary>What a person can act on; null for a failure that nobody foresaw, which then shows itself whole.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        StartupException or EmbeddedPostgresException or MigrationException or ServiceRoleException or DocumentRegistryException => failure.Message,
        IOException when failure.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException =>
            $"{failure.Message} Choose another port with --port, or R2P__Port.",
        NpgsqlException => $"the database does not answer as it should: {failure.Message}",
        _ => null,
    };
}
