using System.Security.Claims;
using R2P.Documents;
using R2P.GraphQL.Errors;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Who follows, as of now. The stream ends when the last appointment under which it was followed has ended, and when a body whose members or desks
/// they were among opens nothing to them any more: what the stream has told so far is no longer what they may see.
/// </summary>
internal sealed class ChangeSubscriber(FollowingViewers viewers, ViewerMemory memory, ClaimsPrincipal user)
{
    private readonly Identity? _identity = Identity.Of(user);
    private ViewerAsOf? _newest;

    /// <summary>Who it was when the last change was told.</summary>
    public ViewerAsOf? Known { get; private set; } = Identity.Of(user) is null ? ViewerAsOf.Nobody : null;

    public async ValueTask<AccessContext> AccessAsync(CancellationToken cancellation)
    {
        var found = await viewers.FindAsync(user, cancellation);
        Check(found);
        return found.Access;
    }

    /// <summary>Who it is in a moment, if that is known.</summary>
    public Viewer? KnownAt(AccessMoment moment) => Known?.HoldsAt(moment) is true ? Known.Viewer : null;

    public async ValueTask<Viewer> ViewerAsync(AccessMoment moment)
    {
        if (KnownAt(moment) is { } known)
        {
            return known;
        }

        Known = await memory.FindAsync(_identity!, moment);
        Check(Known);
        return Known.Viewer;
    }

    /// <summary>What was found for an event from before a change may be older than what was found because of it: that tells of no loss.</summary>
    private void Check(ViewerAsOf found)
    {
        if (_newest is { } before)
        {
            if (!found.IsLaterThan(before))
            {
                return;
            }

            MustHoldStill(before.Viewer, found.Viewer);
        }

        _newest = found;
    }

    private static void MustHoldStill(Viewer before, Viewer now)
    {
        if (before.Appointments.Count > 0 && now.Appointments.Count == 0)
        {
            throw new GraphQLException(
                "Your appointment has ended. Subscribe again to follow what is public.", ErrorCodes.Forbidden);
        }

        if (ReaderToken.BodiesOf(before.Tokens).Except(ReaderToken.BodiesOf(now.Tokens)).FirstOrDefault() is { } lost)
        {
            throw new GraphQLException(
                $"{lost} opens nothing to you any more. Subscribe again to follow what you may see now.", ErrorCodes.Forbidden);
        }
    }
}
