namespace R2P.Api.Tests.Authentication;

/// <summary>A service that trusts an authority of the test.</summary>
public sealed class AuthorityFixture : IAsyncLifetime
{
    private readonly DataDirectory _data = new();

    public FakeAuthority Authority { get; private set; } = null!;

    public ServiceProcess Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Authority = await FakeAuthority.StartAsync();
        Service = await ServiceProcess.StartAsync(_data, Trusting(Authority));
    }

    /// <summary>The settings of a service that trusts an authority.</summary>
    public static Dictionary<string, string?> Trusting(FakeAuthority authority) => new(StringComparer.Ordinal)
    {
        ["R2P__Authentication__Authority"] = authority.Issuer,
        ["R2P__SampleNetwork"] = "false",
    };

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Authority.DisposeAsync();
        _data.Dispose();
    }
}
