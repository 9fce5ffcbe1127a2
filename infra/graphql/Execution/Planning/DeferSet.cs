using System.Runtime.CompilerServices;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Those <c>@defer</c>s that all ask for the same fields, which therefore are executed once, and delivered with the first of them that is complete.
/// Two sets of the same usages are equal.
/// </summary>
internal sealed class DeferSet(DeferUsage[] usages) : IEquatable<DeferSet>
{
    /// <summary>The fields of the first part of a response, or of a streamed item.</summary>
    public static DeferSet None { get; } = new([]);

    /// <summary>In the order in which they were found, which is that of the document.</summary>
    public DeferUsage[] Usages { get; } = usages;

    /// <summary>
    /// Where a field belongs that was selected so: nowhere but in the first part if that asks for it; else an outer one stands for those within.
    /// </summary>
    public static DeferSet Of(List<SelectedField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Usage is null)
            {
                return None;
            }
        }

        var usages = fields.Select(field => field.Usage!).ToHashSet();
        return new DeferSet([.. usages.Where(usage => !usage.HasAncestorIn(usages))]);
    }

    public bool Equals(DeferSet? other) =>
        other is not null && Usages.Length == other.Usages.Length
        && (Usages.AsSpan().SequenceEqual(other.Usages) || Usages.ToHashSet().SetEquals(other.Usages));

    public override bool Equals(object? obj) => Equals(obj as DeferSet);

    /// <summary>The same in whatever order they were found.</summary>
    public override int GetHashCode() => Usages.Aggregate(Usages.Length, (hash, usage) => hash ^ RuntimeHelpers.GetHashCode(usage));
}
