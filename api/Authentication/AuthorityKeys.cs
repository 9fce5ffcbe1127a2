using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace R2P.Api.Authentication;

/// <summary>
/// Reads the authority's keys again when a signature fits none of them, so that the first token after a rotation is accepted; but however many
/// such tokens come, at most about once a second.
/// </summary>
internal sealed class AuthorityKeys(TimeProvider time) : IDisposable
{
    /// <summary>The shortest time between two readings; no less than what the configuration manager grants.</summary>
    private static readonly TimeSpan Rest = ConfigurationManager<OpenIdConnectConfiguration>.MinimumRefreshInterval + TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1);
    private long? _started;
    private long? _ended;

    /// <summary>Makes sure that the keys were read at some time after <paramref name="arrived"/>: by this call, or by one that it waited for.</summary>
    /// <param name="authority">Where the keys are read.</param>
    /// <param name="arrived">The timestamp at which the token arrived.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task RefreshAsync(
        IConfigurationManager<OpenIdConnectConfiguration> authority, long arrived, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_started >= arrived)
            {
                return;
            }

            // The first time, the handler may have read them a moment ago without our knowledge.
            var rested = _ended is { } ended ? time.GetElapsedTime(ended) : TimeSpan.Zero;
            if (rested < Rest)
            {
                await Task.Delay(Rest - rested, time, cancellation);
            }

            _started = time.GetTimestamp();
            authority.RequestRefresh();
            await authority.GetConfigurationAsync(cancellation);
            _ended = time.GetTimestamp();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
