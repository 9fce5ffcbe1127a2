namespace R2P.GraphQL.Types.Building;

/// <summary>The schema can't be built; every fault is listed with the C# member that causes it.</summary>
public sealed class SchemaException(IReadOnlyList<string> errors)
    : Exception($"The GraphQL schema has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}:{string.Concat(errors.Select(error => $"\n- {error}"))}")
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
