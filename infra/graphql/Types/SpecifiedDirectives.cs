using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types;

/// <summary>§3.13 The directives that every schema has.</summary>
public static class SpecifiedDirectives
{
    /// <summary>What <c>@deprecated</c> says when it gives no reason (§3.13.3).</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    private static readonly GraphQLType RequiredBoolean = new NonNullType(SpecifiedScalars.Boolean);
    private static readonly GraphQLType RequiredString = new NonNullType(SpecifiedScalars.String);

    /// <summary>§3.13.1</summary>
    public static DirectiveDefinition Skip { get; } = Define(
        "skip",
        "Leaves the field or fragment out when `if` is true.",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        new InputFieldDefinition("if", RequiredBoolean) { Description = "Left out when true." });

    /// <summary>§3.13.2</summary>
    public static DirectiveDefinition Include { get; } = Define(
        "include",
        "Takes the field or fragment only when `if` is true.",
        [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        new InputFieldDefinition("if", RequiredBoolean) { Description = "Taken when true." });

    /// <summary>§3.13.3</summary>
    public static DirectiveDefinition Deprecated { get; } = Define(
        "deprecated",
        "Marks what should no longer be used.",
        [DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue],
        new InputFieldDefinition("reason", RequiredString)
        {
            Description = "Why, and what to use instead; Markdown.",
            DefaultValue = new StringValueNode(DefaultDeprecationReason),
        });

    /// <summary>§3.13.4</summary>
    public static DirectiveDefinition SpecifiedBy { get; } = Define(
        "specifiedBy",
        "Names the specification of a custom scalar's values.",
        [DirectiveLocation.Scalar],
        new InputFieldDefinition("url", RequiredString) { Description = "Where the specification stands." });

    /// <summary>§3.13.5</summary>
    public static DirectiveDefinition OneOf { get; } = Define(
        "oneOf",
        "Marks an input object of which exactly one field must be given, and not null.",
        [DirectiveLocation.InputObject]);

    /// <summary>Incremental delivery; part of a schema that asks for it. Its arguments are these, whatever a document says that defines it.</summary>
    public static DirectiveDefinition Defer { get; } = Define(
        "defer",
        "Delivers the fragment's fields after the first part of the response, unless `if` is false.",
        [DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        If("Deferred unless false."),
        Label);

    /// <inheritdoc cref="Defer" path="/summary"/>
    public static DirectiveDefinition Stream { get; } = Define(
        "stream",
        "Delivers the first items of a list with the first part of the response, and the others later, unless `if` is false.",
        [DirectiveLocation.Field],
        If("Streamed unless false."),
        Label,
        new InputFieldDefinition("initialCount", new NonNullType(SpecifiedScalars.Int))
        {
            Description = "How many items come at once.",
            DefaultValue = new IntValueNode("0"),
        });

    /// <summary>All five, in the order in which introspection lists them.</summary>
    public static IReadOnlyList<DirectiveDefinition> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static InputFieldDefinition Label => new("label", SpecifiedScalars.String) { Description = "Names the part; unique in the document." };

    private static InputFieldDefinition If(string description) =>
        new("if", RequiredBoolean) { Description = description, DefaultValue = new BooleanValueNode(true) };

    private static DirectiveDefinition Define(
        string name,
        string description,
        IReadOnlyList<DirectiveLocation> locations,
        params ReadOnlySpan<InputFieldDefinition> arguments)
    {
        var definition = new DirectiveDefinition(name) { Description = description, Locations = locations };
        foreach (var argument in arguments)
        {
            definition.Arguments.Add(argument.Name, argument);
        }

        return definition;
    }
}
