using System.Text.Json;
using Npgsql;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Alerts;

/// <summary>Lets days go by for one alert.</summary>
internal static class AlertAge
{
    public static async Task PassDueDayAsync(NetworkFixture network, JsonElement alert)
    {
        Assert.True(NodeId.TryParse(Personas.Id(alert), out var id));
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("update r2p.alert set due_on = current_date - 3, version = version + 1 where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id.Id });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
