namespace R2P.GraphQL.Persisted;

/// <summary>A place where documents are registered before they are asked for. Every registry that the host adds is read when it starts.</summary>
public interface IDocumentRegistry
{
    /// <summary>Everything that is registered.</summary>
    /// <exception cref="DocumentRegistryException">The place can't be read, or holds something else; the message names it.</exception>
    ValueTask<IReadOnlyList<RegisteredDocument>> ReadAsync(CancellationToken cancellation);
}

/// <summary>One registered document.</summary>
/// <param name="Id">What requests send as <c>documentId</c>.</param>
/// <param name="Text">The document in UTF-8.</param>
/// <param name="Origin">Where it is registered, for messages: a file's path.</param>
public sealed record RegisteredDocument(string Id, ReadOnlyMemory<byte> Text, string Origin);

/// <summary>The registered documents can't be served; the message says which one, and why.</summary>
public sealed class DocumentRegistryException(string message, Exception? inner = null) : Exception(message, inner);
