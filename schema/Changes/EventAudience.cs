using System.Collections.Concurrent;
using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;

namespace R2P.Schema.Changes;

/// <summary>
/// Who may hear of one event, as of the moment when it is told. Subscribers between whom the answer can't differ are given the same
/// <see cref="SharedChange"/>; where it is not known what decides, or each reading is recorded, only those who are one person.
/// </summary>
/// <param name="header">The event.</param>
/// <param name="moment">When this was read.</param>
/// <param name="deciding">The tokens that decide; null if they are not known, or if who reads is on record.</param>
public sealed class EventAudience(EventHeader header, AccessMoment moment, IReadOnlyCollection<string>? deciding)
{
    /// <summary>The one character that no text in PostgreSQL holds.</summary>
    private const char Separator = '\0';

    private readonly ConcurrentDictionary<(OperationKey Operation, string Part), SharedChange> _shared = [];

    /// <summary>The same by viewer, to find it without looking at tokens; a viewer is one object as long as it holds the same.</summary>
    private readonly ConcurrentDictionary<(Viewer Viewer, OperationKey Operation), SharedChange> _given = [];

    public AccessMoment Moment => moment;

    /// <summary>When reading it began, by the process's own clock.</summary>
    internal long ReadAt { get; init; }

    /// <summary>The tokens by which somebody may see the event or what it shows of its document; null if each is told in their own name.</summary>
    public IReadOnlyCollection<string>? Deciding => deciding;

    /// <summary>
    /// The change as this viewer is told it together with others. It is read and answered with those of the viewer's tokens that decide, and with no
    /// other right: so whoever is given it holds every right under which it was made, and nobody can learn from it what they may not see. Who holds
    /// another part of the deciding tokens, or asks something else, is given another one. Where each is told in their own name, all who are this
    /// viewer are told once.
    /// </summary>
    internal SharedChange For(Viewer viewer, OperationKey operation, ChangeFilter filter) =>
        _given.TryGetValue((viewer, operation), out var known)
            ? known
            : _given.GetOrAdd((viewer, operation), deciding is null ? new SharedChange(header, viewer, null, filter) : OfPart(viewer, operation, filter));

    /// <summary>When everything that was asked for so far is answered.</summary>
    public Task WhenTold => Task.WhenAll(_given.Values.Distinct().Select(change => change.WhenResponded));

    private SharedChange OfPart(Viewer viewer, OperationKey operation, ChangeFilter filter)
    {
        string[] part = [.. viewer.Tokens.Where(deciding!.Contains).Order(StringComparer.Ordinal)];
        return _shared.GetOrAdd(
            (operation, string.Join(Separator, part)),
            static (_, made) => new SharedChange(made.header, new Viewer { Tokens = made.part }, made.deciding, made.filter),
            (header, part, deciding, filter));
    }
}
