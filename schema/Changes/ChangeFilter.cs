using System.Linq.Expressions;
using System.Text.Json;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.Schema.Sharing;

namespace R2P.Schema.Changes;

/// <summary>Which changes somebody wants to hear of.</summary>
public sealed class ChangeFilter
{
    private readonly HashSet<string>? _kinds;
    private readonly string? _subjectKind;
    private readonly NodeId? _subject;

    private ChangeFilter(IReadOnlyList<DocumentKind>? kinds, Expression<Func<IDocumentColumns, bool>>? where, NodeId? subject)
    {
        Kinds = kinds;
        Where = where;
        _kinds = kinds?.Select(EnumText.Of).ToHashSet(StringComparer.Ordinal);
        _subject = subject;
        _subjectKind = subject is { } id ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(id.TypeName) : null;
    }

    /// <summary>The kinds of documents; null for all.</summary>
    public IReadOnlyList<DocumentKind>? Kinds { get; }

    /// <summary>What the document must meet as it stands now.</summary>
    public Expression<Func<IDocumentColumns, bool>>? Where { get; }

    /// <summary>Whoever chooses among documents does not want to hear of reviews.</summary>
    public bool IncludesReviews => Kinds is null && Where is null;

    /// <summary>Changes of documents that are of some kinds and meet a condition.</summary>
    /// <exception cref="GraphQLException">No kind at all is wanted.</exception>
    public static ChangeFilter Of(IReadOnlyList<DocumentKind>? kinds, Expression<Func<IDocumentColumns, bool>>? where) =>
        kinds is not { Count: 0 }
            ? new ChangeFilter(kinds, where, null)
            : throw new GraphQLException("Argument \"kinds\" names no kind: name one, or leave it out to hear of all.", ErrorCodes.BadUserInput);

    /// <summary>Changes of one document, or in one review.</summary>
    public static ChangeFilter Of(NodeId subject) => new(null, null, subject);

    /// <summary>Whether an event may be wanted, as far as its header says.</summary>
    public bool Concerns(EventHeader header) =>
        header is { DocumentId: { } id, DocumentKind: { } kind }
        && (_subject is null || (_subject.Value.Id == id && _subjectKind == kind))
        && (_kinds is null || _kinds.Contains(kind));
}
