using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>
/// Finds the viewer before an operation, or the answer to one event of a subscription, begins; and records which restricted documents it read
/// before the answer leaves.
/// </summary>
public sealed class ViewerInterceptor(ViewerDirectory directory, ReadingRecord record) : IOperationInterceptor
{
    /// <inheritdoc/>
    public async ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation)
    {
        var target = (ViewerScope)scope.GetService(typeof(ViewerScope))!;
        target.Snapshot = request.HostState as SharedSnapshot;
        target.Viewer = await directory.FindAsync(request.User, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        var asked = (ViewerScope)scope.GetService(typeof(ViewerScope))!;
        if (asked.Session is { } session
            && session.TakeRestrictedReads() is { Count: > 0 } documents)
        {
            // Given back first: if every session kept its connection and waited for another, none would come.
            await session.RenewAsync();
            await record.NoteAsync(asked.Viewer, documents, cancellation);
        }
    }
}
