namespace R2P.GraphQL.Types;

/// <summary>One reason why a schema is not valid (§3).</summary>
/// <param name="Message">What is wrong, in the schema's words.</param>
/// <param name="Origin">The C# member, or the place in the SDL, that caused it.</param>
public sealed record SchemaError(string Message, string? Origin)
{
    public override string ToString() => Origin is null ? Message : $"{Message} ({Origin})";
}

/// <summary>A schema can't be built; lists every error, not only the first.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}
