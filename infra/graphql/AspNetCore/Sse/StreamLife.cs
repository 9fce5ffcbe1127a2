using System.Security.Claims;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>How long a stream lives, also before its response is there. Whoever first finds a reason to end it decides it.</summary>
internal sealed class StreamLife(TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource<StreamEnd> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _expiring = new();
    private CancellationTokenRegistration _stop;
    private DateTimeOffset? _expiresAt;
    private TokenExpiry? _expiry;
    private StreamEnd? _end;

    /// <summary>Cancelled when the life ends.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Done when all that depends on the life has been told that it ended.</summary>
    public Task<StreamEnd> Ending => _ending.Task;

    /// <summary>Ends it, unless it is already ending.</summary>
    public void End(StreamEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, comparand: null) is null)
        {
            _ = EndAsync(end);
        }
    }

    /// <summary>Ends it when the host stops.</summary>
    public void EndWithHost(CancellationToken stopping) =>
        _stop = stopping.UnsafeRegister(static state => ((StreamLife)state!).End(StreamEnd.GoingAway), this);

    /// <summary>Ends it when the user's token expires; of several, the first to expire.</summary>
    public void EndWithTokenOf(ClaimsPrincipal user)
    {
        lock (_expiring)
        {
            if (TokenExpiry.MomentOf(user) is { } moment && (_expiresAt is null || moment < _expiresAt))
            {
                _expiry?.Dispose();
                _expiresAt = moment;
                _expiry = new TokenExpiry(moment, time, () => End(StreamEnd.Expired));
            }
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
        lock (_expiring)
        {
            _expiry?.Dispose();
            _expiresAt = DateTimeOffset.MinValue;
        }
    }

    private async Task EndAsync(StreamEnd end)
    {
        await _ended.CancelAsync();
        _ending.SetResult(end);
    }
}
