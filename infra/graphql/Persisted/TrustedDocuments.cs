using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Persisted;

/// <summary>
/// The registered documents, ready to execute: parsed, validated and planned when they are loaded, so that a request that names one hashes and
/// parses nothing.
/// </summary>
public sealed class TrustedDocuments(IEnumerable<IDocumentRegistry> registries, GraphQLSchema schema, GraphQLOptions options)
{
    private readonly DocumentPreparation _preparation = new(schema, options);
    private FrozenDictionary<string, TrustedDocument> _documents = FrozenDictionary<string, TrustedDocument>.Empty;

    /// <summary>
    /// Reads every registry, at the start and whenever one has changed; what was loaded before is replaced as a whole, or stays if this fails. A
    /// document that was there before is not prepared again.
    /// </summary>
    /// <exception cref="DocumentRegistryException">A document is not valid, or its id is taken by another.</exception>
    public async ValueTask LoadAsync(CancellationToken cancellation)
    {
        var documents = new Dictionary<string, TrustedDocument>(StringComparer.Ordinal);
        foreach (var registry in registries)
        {
            foreach (var document in await registry.ReadAsync(cancellation))
            {
                Add(documents, document);
            }
        }

        _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Finds a document by its id, or by <c>sha256:</c> and the hash of its text.</summary>
    internal bool TryGet(string id, [NotNullWhen(true)] out TrustedDocument? document) => _documents.TryGetValue(id, out document);

    private void Add(Dictionary<string, TrustedDocument> documents, RegisteredDocument registered)
    {
        var (id, text) = (registered.Id, registered.Text);
        if (!DocumentIdentifier.IsWellFormed(id))
        {
            throw new DocumentRegistryException($"{registered.Origin}: \"{id}\" is no document identifier.");
        }

        var hash = DocumentIdentifier.HashOf(text.Span);
        if (id.StartsWith(DocumentIdentifier.HashPrefix, StringComparison.Ordinal) && DocumentIdentifier.HashIn(id) != hash)
        {
            throw new DocumentRegistryException($"{registered.Origin}: the document's identifier is {DocumentIdentifier.HashPrefix}{hash}, not \"{id}\".");
        }

        if (documents.TryGetValue(id, out var other))
        {
            if (!other.Text.Span.SequenceEqual(text.Span))
            {
                throw new DocumentRegistryException($"\"{id}\" is registered twice with different documents: {other.Origin} and {registered.Origin}.");
            }

            return;
        }

        var byHash = DocumentIdentifier.HashPrefix + hash;
        var trusted = documents.GetValueOrDefault(byHash)
            ?? new TrustedDocument(text, registered.Origin, _documents.GetValueOrDefault(byHash)?.Prepared ?? Prepare(registered));
        documents[id] = trusted;
        documents[byHash] = trusted;
    }

    private PreparedDocument Prepare(RegisteredDocument registered)
    {
        var errors = _preparation.TryPrepare(registered.Text, out var document);
        return errors.Count == 0
            ? document!
            : throw new DocumentRegistryException($"{registered.Origin} is no valid document of this schema: {Describe(errors[0])}");
    }

    private static string Describe(Errors.GraphQLError error) => error.Locations is [var place, ..]
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{error.Message} (line {place.Line}, column {place.Column})")
        : error.Message;
}

/// <summary>A registered document and where it came from.</summary>
internal sealed record TrustedDocument(ReadOnlyMemory<byte> Text, string Origin, PreparedDocument Prepared);
