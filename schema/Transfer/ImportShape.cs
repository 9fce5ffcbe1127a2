using System.Text.Json.Serialization.Metadata;

namespace R2P.Schema.Transfer;

/// <summary>What a record may say: the members of the input that a draft begins with, and those that an export calls otherwise.</summary>
/// <param name="input">The input.</param>
/// <param name="exported">The members that stand otherwise in an export than in the input, with their types there.</param>
internal sealed class ImportShape(Type input, IReadOnlyDictionary<string, Type>? exported = null)
{
    /// <summary>The type of what stands at a path; null if nothing does.</summary>
    public Type? Find(ReadOnlySpan<string> path)
    {
        var at = exported?.GetValueOrDefault(path[0]) ?? Member(input, path[0]);
        foreach (var step in path[1..])
        {
            at = at is null ? null : Member(at, step);
        }

        return at;
    }

    private static Type? Member(Type type, string name) =>
        ImportLine.Describe(type) is { Kind: JsonTypeInfoKind.Object } described
        && described.Properties.FirstOrDefault(property => property.Name == name) is { } member
            ? Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType
            : null;
}
