using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types;

/// <summary>§3.13 A directive that documents or definitions may carry.</summary>
public sealed class DirectiveDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public required IReadOnlyList<DirectiveLocation> Locations { get; init; }

    public OrderedDictionary<string, InputFieldDefinition> Arguments { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The C# class whose instances are uses of the directive; null for a schema from SDL, and for specified directives.</summary>
    public Type? ClrType { get; init; }

    public string? Origin { get; init; }

    /// <summary>Makes an instance of <see cref="ClrType"/> from coerced arguments.</summary>
    internal Func<InputValues, object>? Construct { get; init; }
}

/// <summary>§3.13 Where a directive may stand; printed in SCREAMING_SNAKE_CASE.</summary>
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}
