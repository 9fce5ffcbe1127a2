using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>
/// Viewers for those who follow, with how long they are it. What happens to one often happens to all at once (an appointment changes, a day begins): whoever
/// asks while a statement is under way is answered by the next one, with all others who do. So a thousand cost a statement or two, and everybody is
/// told what was read after they asked.
/// </summary>
public sealed class FollowingViewers(DocumentStore store)
{
    private readonly Lock _gate = new();
    private Dictionary<Identity, TaskCompletionSource<ViewerAsOf>> _asked = [];
    private bool _isReading;

    /// <summary>The viewer whom a token names, as of now; nobody stays nobody.</summary>
    public async ValueTask<ViewerAsOf> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation) => Identity.Of(principal) is { } identity
        ? await FindAsync(identity, cancellation)
        : ViewerAsOf.Nobody;

    /// <summary>The viewer of an identity, as of now.</summary>
    public Task<ViewerAsOf> FindAsync(Identity identity, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_asked.TryGetValue(identity, out var asked))
            {
                _asked[identity] = asked = new TaskCompletionSource<ViewerAsOf>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            if (!_isReading)
            {
                _isReading = true;
                _ = Task.Run(ReadAsync, CancellationToken.None);
            }

            return asked.Task.WaitAsync(cancellation);
        }
    }

    private async Task ReadAsync()
    {
        while (Take() is { Count: > 0 } asked)
        {
            await AnswerAsync(asked);
        }
    }

    /// <summary>Those who have asked so far; if nobody has, the next to ask begins anew.</summary>
    private Dictionary<Identity, TaskCompletionSource<ViewerAsOf>> Take()
    {
        lock (_gate)
        {
            var asked = _asked;
            _asked = [];
            _isReading = asked.Count > 0;
            return asked;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever asked is told.")]
    private async Task AnswerAsync(Dictionary<Identity, TaskCompletionSource<ViewerAsOf>> asked)
    {
        try
        {
            Identity[] identities = [.. asked.Keys];
            var found = await store.AskAsync((connection, token) => ReadAsync(connection, identities, token));
            foreach (var (identity, viewer) in found)
            {
                asked[identity].SetResult(viewer);
            }
        }
        catch (Exception failure)
        {
            foreach (var waiting in asked.Values)
            {
                waiting.TrySetException(failure);
            }
        }
    }

    private static async Task<List<(Identity Identity, ViewerAsOf Viewer)>> ReadAsync(
        NpgsqlConnection connection, Identity[] identities, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select person_id, display_name, tokens, appointments, epoch, valid_until, place from r2p.viewers_as_of($1, $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities.Select(identity => identity.Issuer)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities.Select(identity => identity.Subject)] });
        await command.PrepareAsync(cancellation);
        var found = new List<(Identity, ViewerAsOf)>(identities.Length);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var viewer = new ViewerAsOf(ViewerDirectory.Read(reader), reader.GetInt64(4), reader.GetFieldValue<DateTimeOffset>(5));
            found.Add((identities[reader.GetInt64(6) - 1], viewer));
        }

        return found;
    }
}
