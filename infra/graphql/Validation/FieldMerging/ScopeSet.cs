namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>Scopes whose fields answer at the same response path.</summary>
/// <param name="scopes">The scopes, each once, in order of their ids.</param>
/// <param name="mayMeet">
/// Whether one object can have them all, so that fields of one response key must be the same field; else only their shape has to agree.
/// </param>
internal sealed class ScopeSet(SelectionScope[] scopes, bool mayMeet) : IEquatable<ScopeSet>
{
    public SelectionScope[] Scopes { get; } = scopes;

    public bool MayMeet { get; } = mayMeet;

    public bool Equals(ScopeSet? other) => other is not null && MayMeet == other.MayMeet && Scopes.AsSpan().SequenceEqual(other.Scopes);

    public override bool Equals(object? obj) => Equals(obj as ScopeSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(MayMeet);
        foreach (var scope in Scopes)
        {
            hash.Add(scope.Id);
        }

        return hash.ToHashCode();
    }
}
