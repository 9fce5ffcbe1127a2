using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.SavedFilters;

/// <summary>A filter to save.</summary>
/// <param name="Name">A name of your own; a filter of that name that is there already is replaced. At most 100 characters.</param>
/// <param name="Kinds">Only documents of these kinds; of all by default.</param>
/// <param name="Statuses">Only documents in one of these states; in any by default.</param>
/// <param name="Tags">Only documents with one of these tags (codes of the catalogue).</param>
/// <param name="Languages">Only documents in one of these languages (BCP 47).</param>
/// <param name="TitleContains">Only documents whose title has these words in it; at most 300 characters.</param>
/// <param name="Notifies">Whether the digest tells of it.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SaveFilterInput(
    string Name,
    IReadOnlyList<DocumentKind>? Kinds = null,
    IReadOnlyList<DocumentStatus>? Statuses = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Languages = null,
    string? TitleContains = null,
    bool Notifies = true,
    string? ClientMutationId = null);

/// <summary>What you have seen of a saved filter.</summary>
/// <param name="Id">The filter.</param>
/// <param name="UpTo">
/// The <c>changeCursor</c> of the answer that showed you what it finds, or the cursor of a change: what came behind it stays unseen. By default, all up to now
/// counts as seen.
/// </param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record MarkFilterSeenInput([property: ID<SavedFilter>] Guid Id, Cursor? UpTo = null, string? ClientMutationId = null);

/// <summary>One of your saved filters.</summary>
/// <param name="Id">The filter.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SavedFilterInput([property: ID<SavedFilter>] Guid Id, string? ClientMutationId = null);

/// <summary>The acts on saved filters.</summary>
[MutationType]
public static class SavedFilterMutations
{
    /// <summary>The most filters that one person keeps.</summary>
    public const int MaxFilters = 100;

    /// <summary>Keeps a filter under a name.</summary>
    [Authorize]
    public static async Task<SavedFilterPayload> SaveFilter(SaveFilterInput input, ActRunner acts, DocumentRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            Check(input, rules);
            await act.LockAsync(act.Person);
            var mine = await act.Context.Readable<SavedFilter>().Where(filter => filter.PersonId == act.Person).ToListAsync(act.Cancellation);
            var filter = mine.Find(known => known.Name == input.Name);
            if (filter is null)
            {
                if (mine.Count >= MaxFilters)
                {
                    throw Refuse.Invalid($"You keep {MaxFilters} filters, which is the most: delete one first.", "input", "name");
                }

                filter = new SavedFilter
                {
                    Id = act.NewId(), PersonId = act.Person, Name = input.Name, CreatedAt = act.Now, Readers = [ReaderToken.Person(act.Person)],
                };
                act.Context.Add(filter);
            }

            (filter.KindNames, filter.StatusNames) = ([.. (input.Kinds ?? []).Select(EnumText.Of)], [.. (input.Statuses ?? []).Select(EnumText.Of)]);
            (filter.Tags, filter.Languages, filter.TitleContains) = ([.. input.Tags ?? []], [.. input.Languages ?? []], input.TitleContains);
            (filter.Notifies, filter.SeenAt) = (input.Notifies, act.Now);
            filter.SeenPosition = await HeadAsync(act);
            return filter.Id;
        }));

    /// <summary>Notes that you have seen what a filter finds.</summary>
    [Authorize]
    public static async Task<SavedFilterPayload> MarkFilterSeen(MarkFilterSeenInput input, ActRunner acts, EventCursor cursors, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var filter = await LoadAsync(act, input.Id);
            filter.SeenPosition = input.UpTo is { } seen ? PositionOf(cursors, seen) : await HeadAsync(act);
            filter.SeenAt = act.Now;
            return filter.Id;
        }));

    /// <summary>Deletes a filter.</summary>
    [Authorize]
    public static async Task<SavedFilterPayload> DeleteFilter(SavedFilterInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            act.Context.Remove(await LoadAsync(act, input.Id));
            return input.Id;
        }));

    private static Task<long> HeadAsync(Act act) =>
        act.Context.Database.SqlQuery<long>($"""select r2p.event_head() as "Value" """).SingleAsync(act.Cancellation);

    private static long PositionOf(EventCursor cursors, Cursor seen) => cursors.TryUnprotect(seen.Text, out var position)
        ? position
        : throw Refuse.Invalid("Is not a cursor of a change that this service told.", "input", "upTo");

    private static async Task<SavedFilter> LoadAsync(Act act, Guid id) =>
        await act.Context.Readable<SavedFilter>().SingleOrDefaultAsync(filter => filter.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("filter", "input", "id");

    private static void Check(SaveFilterInput input, DocumentRules rules)
    {
        var check = new InputCheck();
        check.Text(input.Name, 100, "name");
        check.OptionalText(input.TitleContains, 300, "titleContains");
        check.Count(input.Kinds, DocumentRules.MaxEntries, "kinds");
        check.Count(input.Statuses, DocumentRules.MaxEntries, "statuses");
        check.Count(input.Languages, DocumentRules.MaxEntries, "languages");
        rules.Tags(check, input.Tags);
        check.ThrowIfAny();
    }
}

/// <summary>What an act on a saved filter came to.</summary>
public sealed class SavedFilterPayload(ActResult result) : ActPayload(result);

/// <summary>The filter in the answer to an act.</summary>
[ObjectType<SavedFilterPayload>]
public static class SavedFilterPayloadFields
{
    /// <summary>The filter as it stands now; null if the act was refused, or the filter is deleted.</summary>
    public static Task<IReadOnlyList<SavedFilter?>> FilterAsync(
        [ParentKey(nameof(SavedFilterPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<SavedFilter>(ids, selection, cancellation);
}
