using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using R2P.Tests;

namespace R2P.Documents.Tests;

/// <summary>The host refuses to start under a login for which the wall is none.</summary>
public sealed class ServiceRoleTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    [Fact]
    public async Task The_service_s_own_login_starts_and_the_parts_are_there()
    {
        using var host = await StartAsync(Database.ServiceConnectionString);

        Assert.NotNull(host.Services.GetRequiredService<EventCursor>().Protect(1));
        await using var session = host.Services.GetRequiredService<DocumentStore>().OpenRead(AccessContext.Anonymous);
        Assert.Equal("r2p_app", await session.ReadAsync(
            (connection, token) => ScalarAsync<string>(connection, "select current_user::text", token), Cancellation));
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_superuser_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ServiceRoleException>(() => StartAsync(Database.OwnerConnectionString));

        Assert.StartsWith(
            "The service's database login \"r2p_owner\" is a superuser or has BYPASSRLS", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r2p_sees_all", "bypassrls in role r2p_service", "is a superuser or has BYPASSRLS, so nothing would be hidden from it.")]
    [InlineData("r2p_stranger", "", "is not a member of r2p_service. Run: grant r2p_service to \"r2p_stranger\".")]
    public async Task A_login_that_is_too_strong_or_a_stranger_is_refused(string login, string rights, string message)
    {
        await CreateLoginAsync(login, rights);

        var refused = await Assert.ThrowsAsync<ServiceRoleException>(() => StartAsync(LoginAs(login)));

        Assert.Contains($"The service's database login \"{login}\" {message}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_of_the_tables_is_refused()
    {
        await CreateLoginAsync("r2p_proprietor", "in role r2p_service");
        await AskOwnerAsync<object>("alter table r2p.note owner to r2p_proprietor; select 0");

        var refused = await Assert.ThrowsAsync<ServiceRoleException>(() => StartAsync(LoginAs("r2p_proprietor")));

        Assert.StartsWith(
            "The service's database login \"r2p_proprietor\" owns the tables", refused.Message, StringComparison.Ordinal);
    }

    private async Task<IHost> StartAsync(string serviceConnectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<IDocumentMapping, NoteMapping>();
        builder.Services.AddDocuments(_ => Database.Options with { ServiceConnectionString = serviceConnectionString });
        var host = builder.Build();
        try
        {
            await host.StartAsync(Cancellation);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private Task<int> CreateLoginAsync(string login, string rights) =>
        AskOwnerAsync<int>($"create role {login} login password 'for-tests' {rights}; select 0");

    private string LoginAs(string login) => new NpgsqlConnectionStringBuilder(Database.ServiceConnectionString)
    {
        Username = login,
        Password = "for-tests",
    }.ConnectionString;
}
