using R2P.GraphQL.Types;

namespace R2P.GraphQL.Judge.Workshop;

/// <summary>Wraps a label.</summary>
/// <param name="Open">What stands before it.</param>
[DirectiveType(DirectiveLocation.Field, DirectiveLocation.Query, IsRepeatable = true)]
public sealed record WrappedDirective(string Open = "[", string? Close = null, PartKind Kind = PartKind.Metal, IReadOnlyList<int>? Sizes = null);

/// <summary>Who keeps it.</summary>
[DirectiveType(DirectiveLocation.FieldDefinition, DirectiveLocation.Object)]
[AttributeUsage(AttributeTargets.All)]
public sealed class KeptByAttribute(string who) : Attribute
{
    public string Who { get; } = who;

    [DefaultValue(1)]
    public int Since { get; set; } = 1;
}
