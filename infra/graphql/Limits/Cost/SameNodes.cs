using System.Runtime.CompilerServices;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Limits;

/// <summary>Merged fields are the same if they are the same places of the document.</summary>
internal sealed class SameNodes : IEqualityComparer<FieldNode[]>
{
    public static SameNodes Instance { get; } = new();

    public bool Equals(FieldNode[]? x, FieldNode[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(FieldNode[] nodes)
    {
        var hash = default(HashCode);
        foreach (var node in nodes)
        {
            hash.Add(RuntimeHelpers.GetHashCode(node));
        }

        return hash.ToHashCode();
    }
}
