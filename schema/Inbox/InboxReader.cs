using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Inbox;

/// <summary>Reads the viewer's inbox: the union of all sources, one statement.</summary>
public sealed class InboxReader(IEnumerable<IInboxSource> sources, ReadSession session, Viewer viewer, TimeProvider time)
{
    /// <summary>The most items that are read at once.</summary>
    public const int MaxItems = 200;

    private readonly InboxQuestion _asked = new(
        [.. viewer.Appointments.Select(held => held.OfficeId).Distinct()],
        [.. viewer.Appointments.Where(held => Roles.WhoDecide.Contains(held.Role)).Select(held => held.OfficeId).Distinct()],
        time.GetDatabaseNow());

    /// <summary>The most urgent items.</summary>
    /// <exception cref="R2P.GraphQL.Errors.GraphQLException">More than <see cref="MaxItems"/> are asked for, or less than one.</exception>
    public Task<IReadOnlyList<InboxItem>> ReadAsync(int first, IReadOnlyList<InboxReason>? reasons, CancellationToken cancellation)
    {
        ListBounds.Check(first, MaxItems);
        var wanted = reasons?.Select(EnumText.Of).ToArray();
        return FindAsync<IReadOnlyList<InboxItem>>(
            [],
            async (entries, token) =>
            {
                var chosen = wanted is null ? entries : entries.Where(entry => wanted.Contains(entry.Reason));
                var found = await chosen
                    .OrderBy(entry => entry.DueOn == null)
                    .ThenBy(entry => entry.DueOn)
                    .ThenBy(entry => entry.Since)
                    .ThenBy(entry => entry.SubjectId)
                    .ThenBy(entry => entry.Reason)
                    .Take(first)
                    .ToListAsync(token);
                return [.. found.Select(entry => new InboxItem(entry, _asked.Today))];
            },
            cancellation);
    }

    /// <summary>How much there is of each sort.</summary>
    public Task<IReadOnlyList<InboxCount>> CountAsync(CancellationToken cancellation) => FindAsync<IReadOnlyList<InboxCount>>(
        [],
        async (entries, token) =>
        {
            var today = _asked.Today;
            var counts = await entries
                .GroupBy(entry => entry.Reason)
                .Select(group => new { Reason = group.Key, Count = group.Count(), Overdue = group.Count(entry => entry.DueOn < today) })
                .ToListAsync(token);
            return
            [
                .. counts.Select(count => new InboxCount(EnumText.Parse<InboxReason>(count.Reason), count.Count, count.Overdue))
                    .OrderBy(count => count.Reason),
            ];
        },
        cancellation);

    private Task<T> FindAsync<T>(T nothing, Func<IQueryable<InboxEntry>, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        _asked.Offices.Length == 0
            ? Task.FromResult(nothing)
            : session.QueryAsync(
                (db, token) => read(sources.Select(source => source.For(db, _asked)).Aggregate(Queryable.Concat), token),
                cancellation);
}
