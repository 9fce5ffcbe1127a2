using System.Globalization;
using System.Security.Claims;

namespace R2P.GraphQL.AspNetCore;

/// <summary>
/// Calls back once a caller's token has expired, however far that is off: whatever outlives its request ends with the token. The moment is the claim
/// <c>exp</c> of the user (RFC 7519 §4.1.4); a host that authenticates otherwise adds that claim, or its callers never expire.
/// </summary>
public sealed class TokenExpiry : IDisposable
{
    private const string ExpirationClaim = "exp";

    /// <summary>A timer takes at most 49 days, and a long one drifts when the clock is set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _moment;
    private readonly TimeProvider _time;
    private readonly Action _expired;
    private readonly ITimer _timer;

    /// <summary>Watches a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="time">The clock.</param>
    /// <param name="expired">Called once it has come, at once if it has passed.</param>
    public TokenExpiry(DateTimeOffset moment, TimeProvider time, Action expired)
    {
        (_moment, _time, _expired) = (moment, time, expired);
        _timer = time.CreateTimer(_ => Check(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Check();
    }

    /// <summary>When the user's token expires; null if it never does. A moment that can't be read has passed.</summary>
    public static DateTimeOffset? MomentOf(ClaimsPrincipal user)
    {
        if (user.FindFirst(ExpirationClaim) is not { } claim)
        {
            return null;
        }

        return double.TryParse(claim.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && !double.IsNaN(seconds)
            ? DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(seconds, 0, uint.MaxValue))
            : DateTimeOffset.UnixEpoch;
    }

    /// <summary>Watches the token of a user; null if it never expires.</summary>
    public static TokenExpiry? Watch(ClaimsPrincipal user, TimeProvider time, Action expired) =>
        MomentOf(user) is { } moment ? new TokenExpiry(moment, time, expired) : null;

    /// <summary>Watches no longer.</summary>
    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var left = _moment - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            _expired();
            return;
        }

        _timer.Change(left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
