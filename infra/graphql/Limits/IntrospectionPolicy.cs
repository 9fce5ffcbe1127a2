namespace R2P.GraphQL;

/// <summary>
/// Who may read the schema from the service: by <c>__schema</c> and <c>__type</c>, as text at <c>schema.graphql</c>, and bit by bit from the
/// "Did you mean …" of error messages. <c>__typename</c> is always answered.
/// </summary>
public enum IntrospectionPolicy
{
    /// <summary>Every caller.</summary>
    Everyone,

    /// <summary>Callers who are signed in.</summary>
    SignedIn,

    /// <summary>No caller.</summary>
    Nobody,
}
