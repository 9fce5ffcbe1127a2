using System.Globalization;

namespace R2P.Api.Tests.Hosting;

/// <summary>A service that can't start says why in one line, ends with exit code 1, and leaves nothing running.</summary>
public sealed class StartTests(SharedService shared) : IDisposable
{
    private readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_port_in_use_names_the_port_and_the_way_out()
    {
        var port = shared.Process.Endpoint.Port.ToString(CultureInfo.InvariantCulture);

        var reason = await RefusesAsync(_data, ("R2P__Port", port));

        Assert.Equal(
            $"port {port} can't be used (Address already in use). Choose another with --port, or R2P__Port.", reason);
        Assert.Null(_data.ServerProcess());
    }

    [Fact]
    public async Task A_port_that_is_none_is_refused() =>
        Assert.Equal("R2P__Port is 70000; a port lies between 0 and 65535.", await RefusesAsync(_data, ("R2P__Port", "70000")));

    [Fact]
    public async Task A_data_directory_of_another_PostgreSQL_names_both_versions()
    {
        Directory.CreateDirectory(_data.Cluster);
        await File.WriteAllTextAsync(Path.Combine(_data.Cluster, "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        var reason = await RefusesAsync(_data);

        Assert.StartsWith(
            $"The data directory {_data.Path}/postgres was made by PostgreSQL 9, but this machine has PostgreSQL ", reason, StringComparison.Ordinal);
        Assert.EndsWith(
            "only. Install PostgreSQL 9, bring the data over with pg_upgrade, or choose another data directory.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_in_use_is_left_to_its_service()
    {
        var reason = await RefusesAsync(shared.Data);

        Assert.Equal(
            $"Another service is using the data directory {shared.Data.Path}/postgres. Stop it, or give this one a directory of its own.", reason);
        Assert.Equal("Query", (await shared.Process.AskAsync("ghana", "{ __typename }")).Data.GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task Production_without_an_authority_is_refused() => Assert.Equal(
        "No OpenID Connect authority is configured. Set R2P__Authentication__Authority to the issuer's URL; "
        + "only in Development (DOTNET_ENVIRONMENT=Development) does the service sign tokens itself.",
        await RefusesAsync(_data, ("DOTNET_ENVIRONMENT", null)));

    [Fact]
    public async Task Production_with_an_authority_over_plain_http_is_refused() => Assert.Equal(
        "R2P__Authentication__Authority must be an https URL.",
        await RefusesAsync(_data, ("DOTNET_ENVIRONMENT", "Production"), ("R2P__Authentication__Authority", "http://issuer.example")));

    [Fact]
    public async Task Half_a_database_configuration_is_refused() => Assert.Equal(
        "Set both R2P__Database__ServiceConnectionString and R2P__Database__OwnerConnectionString, or neither.",
        await RefusesAsync(_data, ("R2P__Database__ServiceConnectionString", "Host=127.0.0.1")));

    private static async Task<string> RefusesAsync(DataDirectory data, params (string Name, string? Value)[] settings)
    {
        const string Prefix = "R2P.Api can't start: ";
        var (exitCode, output) = await ServiceProcess.RunAsync(
            data, settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal));
        Assert.Equal(1, exitCode);
        var reason = output.Split('\n')[^1];
        Assert.StartsWith(Prefix, reason, StringComparison.Ordinal);
        return reason[Prefix.Length..];
    }
}
