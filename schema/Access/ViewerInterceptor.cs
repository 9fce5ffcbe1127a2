using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Access;

/// <summary>
/// Finds the viewer before an operation, or the answer to one event of a subscription, begins; and records which restricted documents it read
/// before the answer leaves.
/// </summary>
public sealed class ViewerInterceptor(ViewerDirectory directory, DocumentStore store) : IOperationInterceptor
{
    /// <inheritdoc/>
    public async ValueTask PrepareAsync(IServiceProvider scope, GraphQLRequest request, CancellationToken cancellation)
    {
        var target = (ViewerScope)scope.GetService(typeof(ViewerScope))!;
        target.Viewer = await directory.FindAsync(request.User, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        if (((ViewerScope)scope.GetService(typeof(ViewerScope))!).Session is { } session
            && session.TakeRestrictedReads() is { Count: > 0 } documents)
        {
            // Given back first: if every session kept its connection and waited for another, none would come.
            await session.RenewAsync();
            await store.AskAsync((connection, token) => RecordAsync(connection, session.Access, [.. documents], token), cancellation);
        }
    }

    private static async Task<int> RecordAsync(NpgsqlConnection connection, AccessContext reader, Guid[] documents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select r2p.note_reading($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)reader.PersonId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)reader.OfficeId ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = documents });
        await command.PrepareAsync(cancellation);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
