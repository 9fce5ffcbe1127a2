using System.Runtime.InteropServices;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Persisted;

/// <summary>The document that a request means.</summary>
/// <param name="Text">Its text, if it is not registered.</param>
/// <param name="Registered">The registered document, ready to execute.</param>
/// <param name="TaughtHash">The hash under which the text is to be kept, once it has shown to be valid.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestedDocument(ReadOnlyMemory<byte> Text, PreparedDocument? Registered = null, string? TaughtHash = null);
