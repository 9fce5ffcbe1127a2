using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types;

/// <summary>§3.6 A field of an object or interface type.</summary>
public sealed class FieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>The arguments by name, in the order they are printed.</summary>
    public OrderedDictionary<string, InputFieldDefinition> Arguments { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How the field gets its value; null on an interface, whose object types answer instead.</summary>
    public FieldResolver? Resolver { get; init; }

    /// <summary>The C# properties of the parent that the field is made of, by name; null if it may look at any.</summary>
    public IReadOnlyList<string>? Reads { get; init; }

    /// <summary>The member of the parent's stored JSON text that the field is (<see cref="IJsonBacked"/>); null if it is none.</summary>
    public string? StoredMember { get; init; }

    /// <summary>What the field is called where its parent is itself part of a stored JSON text; null if it is more than data.</summary>
    public string? StoredName { get; init; }

    /// <summary>Who may select the field; checked once for the whole plan, before anything runs.</summary>
    public AuthorizationRequirement? Authorization { get; init; }

    /// <summary>What a call of the resolver weighs, where it is not the default (see <see cref="CostAttribute"/>).</summary>
    public double? Cost { get; init; }

    /// <summary>How long its list is; null if nothing is known.</summary>
    public ListSize? ListSize { get; init; }

    /// <summary>Whether all callers who are given the same parent get the same value: see <see cref="CallerIndependentAttribute"/>.</summary>
    public bool IsCallerIndependent { get; init; }

    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; init; } = [];

    /// <summary>The C# member (or SDL place) that made the field.</summary>
    public string? Origin { get; init; }
}

/// <summary>§3.6.1, §3.10 An argument, or a field of an input object.</summary>
public sealed class InputFieldDefinition(string name, GraphQLType type)
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; init; }

    /// <summary>The default as a constant literal; null if there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>What its use weighs, where it is not the default (see <see cref="CostAttribute"/>).</summary>
    public double? Cost { get; init; }

    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; init; } = [];

    public string? Origin { get; init; }

    /// <summary>§5.4.3, §5.6.4: non-null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A signed-in caller, or one with any of the named roles.</summary>
public sealed record AuthorizationRequirement(IReadOnlyList<string> Roles);
