using System.Collections.Concurrent;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>Which state of who holds what something was read in.</summary>
/// <param name="Epoch">How often that has changed: <c>r2p.access_state</c>.</param>
/// <param name="At">The database's time.</param>
public sealed record AccessMoment(long Epoch, DateTimeOffset At);

/// <summary>A viewer, and as long as which they are it.</summary>
public sealed record ViewerAsOf(Viewer Viewer, long Epoch, DateTimeOffset ValidUntil)
{
    /// <summary>Who is not signed in, always.</summary>
    public static ViewerAsOf Nobody { get; } = new(Viewer.Anonymous, 0, DateTimeOffset.MaxValue);

    /// <summary>The same in the words of document storage, for whoever follows the log.</summary>
    public AccessContext Access => Viewer.Access with { ValidUntil = ValidUntil };

    /// <summary>
    /// Whether the viewer is the same in another moment: tokens follow from tables whose changes are counted, and from the time, whose next effect
    /// is <see cref="ValidUntil"/>.
    /// </summary>
    public bool HoldsAt(AccessMoment moment) => ReferenceEquals(this, Nobody) || (Epoch == moment.Epoch && moment.At < ValidUntil);

    /// <summary>Whether something has changed, or come by itself, between the other and this one.</summary>
    public bool IsLaterThan(ViewerAsOf other) => Epoch > other.Epoch || (Epoch == other.Epoch && ValidUntil > other.ValidUntil);
}

/// <summary>Remembers viewers as long as they hold, for subscribers: one object for all of one identity.</summary>
public sealed class ViewerMemory(FollowingViewers viewers)
{
    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<Identity, Lazy<Task<ViewerAsOf>>> _viewers = [];

    /// <summary>The viewer as of a moment, or a later one: never as of an earlier.</summary>
    public async ValueTask<ViewerAsOf> FindAsync(Identity identity, AccessMoment moment)
    {
        while (true)
        {
            var known = _viewers.GetOrAdd(identity, Read);
            ViewerAsOf found;
            try
            {
                found = await known.Value;
            }
            catch
            {
                _viewers.TryRemove(KeyValuePair.Create(identity, known));
                throw;
            }

            if (found.HoldsAt(moment) || found.Epoch > moment.Epoch)
            {
                return found;
            }

            _viewers.TryRemove(KeyValuePair.Create(identity, known));
        }
    }

    private Lazy<Task<ViewerAsOf>> Read(Identity identity)
    {
        if (_viewers.Count >= Capacity)
        {
            _viewers.Clear();
        }

        return new Lazy<Task<ViewerAsOf>>(() => viewers.FindAsync(identity, CancellationToken.None));
    }
}
