using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace R2P.Api.Authentication;

/// <summary>
/// The authority's keys, as last read. They are read again when a signature fits none of them, so that the first token after a rotation is accepted;
/// but however many such tokens come, at most about once a second.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The options that hold it live as long as the process; the semaphore holds no handle.")]
internal sealed class AuthorityKeys : IConfigurationManager<OpenIdConnectConfiguration>
{
    /// <summary>The shortest time between two readings; no less than what the configuration manager grants.</summary>
    private static readonly TimeSpan Rest = BaseConfigurationManager.MinimumRefreshInterval + TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _reader;
    private readonly TimeProvider _time;
    private long? _started;
    private long? _ended;

    /// <summary>Makes the keys known that a reader reads.</summary>
    /// <param name="reader">Reads discovery and keys over HTTP, and keeps them.</param>
    /// <param name="time">The clock.</param>
    public AuthorityKeys(ConfigurationManager<OpenIdConnectConfiguration> reader, TimeProvider time)
    {
        reader.RefreshInterval = BaseConfigurationManager.MinimumRefreshInterval;
        (_reader, _time) = (reader, time);
    }

    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => _reader.GetConfigurationAsync(cancel);

    /// <summary>Does nothing: who has seen a token of another key waits in <see cref="RefreshAsync"/> for the keys that it needs.</summary>
    public void RequestRefresh()
    {
    }

    /// <summary>Makes sure that the keys were read at some time after <paramref name="arrived"/>: by this call, or by one that it waited for.</summary>
    /// <param name="arrived">The timestamp at which the token arrived.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task RefreshAsync(long arrived, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_started >= arrived)
            {
                return;
            }

            // The first time, the handler may have read them a moment ago without our knowledge.
            var rested = _ended is { } ended ? _time.GetElapsedTime(ended) : TimeSpan.Zero;
            if (rested < Rest)
            {
                await Task.Delay(Rest - rested, _time, cancellation);
            }

            _started = _time.GetTimestamp();
            _reader.RequestRefresh();
            await _reader.GetConfigurationAsync(cancellation);
            _ended = _time.GetTimestamp();
        }
        finally
        {
            _turn.Release();
        }
    }
}
