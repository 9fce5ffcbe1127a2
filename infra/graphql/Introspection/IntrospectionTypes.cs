using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Introspection;

/// <summary>§4.2 The types that describe a schema to its clients; the same instances in every schema.</summary>
public static class IntrospectionTypes
{
    static IntrospectionTypes()
    {
        DescribeKinds();
        DescribeLocations();
        DescribeSchema();
        DescribeType();
        DescribeField();
        DescribeInputValue();
        DescribeEnumValue();
        DescribeDirective();
    }

    /// <summary><c>__Schema</c> (§4.2.1)</summary>
    public static ObjectType Schema { get; } = new("__Schema")
    {
        Description = "What this service offers: its types, its directives, and where each kind of operation starts.",
    };

    /// <summary><c>__Directive</c> (§4.2.6)</summary>
    public static ObjectType Directive { get; } = new("__Directive")
    {
        Description = "A directive: it changes how the marked part of a document is validated or executed.",
    };

    /// <summary><c>__DirectiveLocation</c></summary>
    public static EnumType DirectiveLocation { get; } = new("__DirectiveLocation")
    {
        Description = "A place where a directive may stand.",
        ClrType = typeof(DirectiveLocation),
    };

    /// <summary><c>__Type</c> (§4.2.2)</summary>
    public static ObjectType Type { get; } = new("__Type")
    {
        Description = "A type of any kind, the list and non-null wrappers included. `kind` tells which of the other fields have a value.",
    };

    /// <summary><c>__Field</c> (§4.2.3)</summary>
    public static ObjectType Field { get; } = new("__Field") { Description = "A field of an object or interface type." };

    /// <summary><c>__InputValue</c> (§4.2.4)</summary>
    public static ObjectType InputValue { get; } = new("__InputValue") { Description = "An argument, or a field of an input object." };

    /// <summary><c>__EnumValue</c> (§4.2.5)</summary>
    public static ObjectType EnumValue { get; } = new("__EnumValue") { Description = "One value of an enum; it is answered as a string." };

    /// <summary><c>__TypeKind</c></summary>
    public static EnumType TypeKind { get; } = new("__TypeKind")
    {
        Description = "What a `__Type` is.",
        ClrType = typeof(TypeKind),
    };

    /// <summary>All eight.</summary>
    public static IReadOnlyList<NamedType> All { get; } = [Schema, Directive, DirectiveLocation, Type, Field, InputValue, EnumValue, TypeKind];

    private static ListType ListOf(GraphQLType type) => new(new NonNullType(type));

    private static NonNullType RequiredListOf(GraphQLType type) => new(ListOf(type));

    private static void DescribeSchema() => new IntrospectionFields<GraphQLSchema>(Schema)
        .Text("description", "What the service is for; Markdown.", schema => schema.Description)
        .Value("types", RequiredListOf(Type), "Every named type.", schema => schema.Types)
        .Value("queryType", new NonNullType(Type), "Where queries start.", schema => schema.Query)
        .Value("mutationType", Type, "Where mutations start, if there are any.", schema => schema.Mutation)
        .Value("subscriptionType", Type, "Where subscriptions start, if there are any.", schema => schema.Subscription)
        .Value("directives", RequiredListOf(Directive), "Every directive.", schema => schema.Directives);

    private static void DescribeType() => new IntrospectionFields<GraphQLType>(Type)
        .Value("kind", new NonNullType(TypeKind), "Which kind of type this is.", type => TypeKinds.Of(type))
        .Text("name", "The name; null for `LIST` and `NON_NULL`.", type => (type as NamedType)?.Name)
        .Text("description", "What the type stands for; Markdown.", type => (type as NamedType)?.Description)
        .Text("specifiedByURL", "The specification of a custom scalar's values, where one is named.", type => (type as ScalarType)?.SpecifiedByUrl)
        .Deprecatable(
            "fields",
            ListOf(Field),
            "The fields of an `OBJECT` or `INTERFACE`.",
            type => (type as FieldsType)?.Fields.Values,
            field => field.DeprecationReason)
        .Value("interfaces", ListOf(Type), "The interfaces that an `OBJECT` or `INTERFACE` implements.", type => (type as FieldsType)?.Interfaces)
        .FromSchema(
            "possibleTypes",
            ListOf(Type),
            "The object types that a value of an `INTERFACE` or `UNION` can have.",
            (schema, type) => type is InterfaceType or UnionType ? schema.PossibleTypes((CompositeType)type) : null)
        .Deprecatable("enumValues", ListOf(EnumValue), "The values of an `ENUM`.", type => (type as EnumType)?.Values.Values, value => value.DeprecationReason)
        .Deprecatable(
            "inputFields",
            ListOf(InputValue),
            "The fields of an `INPUT_OBJECT`.",
            type => (type as InputObjectType)?.Fields.Values,
            field => field.DeprecationReason)
        .Value("ofType", Type, "What a `LIST` or `NON_NULL` wraps.", type => (type as ListType)?.OfType ?? (type as NonNullType)?.OfType)
        .Value(
            "isOneOf", SpecifiedScalars.Boolean, "Whether exactly one field of an `INPUT_OBJECT` must be given.", type => (type as InputObjectType)?.IsOneOf);

    private static void DescribeField() => new IntrospectionFields<FieldDefinition>(Field)
        .RequiredText("name", "The field's name.", field => field.Name)
        .Text("description", "What the field holds; Markdown.", field => field.Description)
        .Deprecatable(
            "args", RequiredListOf(InputValue), "The arguments that it takes.", field => field.Arguments.Values, argument => argument.DeprecationReason)
        .Value("type", new NonNullType(Type), "The type of its value.", field => field.Type)
        .RequiredFlag("isDeprecated", "Whether it should no longer be used.", field => field.DeprecationReason is not null)
        .Text("deprecationReason", "Why it should no longer be used; null if it may be.", field => field.DeprecationReason);

    private static void DescribeInputValue() => new IntrospectionFields<InputFieldDefinition>(InputValue)
        .RequiredText("name", "The argument's or input field's name.", input => input.Name)
        .Text("description", "What it is for; Markdown.", input => input.Description)
        .Value("type", new NonNullType(Type), "The type of value that it takes.", input => input.Type)
        .Text(
            "defaultValue",
            "The value used when none is given, written as a GraphQL literal.",
            input => input.DefaultValue is { } literal ? SyntaxPrinter.Print(literal) : null)
        .RequiredFlag("isDeprecated", "Whether it should no longer be used.", input => input.DeprecationReason is not null)
        .Text("deprecationReason", "Why it should no longer be used; null if it may be.", input => input.DeprecationReason);

    private static void DescribeEnumValue() => new IntrospectionFields<EnumValueDefinition>(EnumValue)
        .RequiredText("name", "The value's name.", value => value.Name)
        .Text("description", "What the value means; Markdown.", value => value.Description)
        .RequiredFlag("isDeprecated", "Whether it should no longer be used.", value => value.DeprecationReason is not null)
        .Text("deprecationReason", "Why it should no longer be used; null if it may be.", value => value.DeprecationReason);

    private static void DescribeDirective() => new IntrospectionFields<DirectiveDefinition>(Directive)
        .RequiredText("name", "The name, without the `@`.", directive => directive.Name)
        .Text("description", "What the directive does; Markdown.", directive => directive.Description)
        .RequiredFlag("isRepeatable", "Whether it may stand more than once at one place.", directive => directive.IsRepeatable)
        .Value("locations", RequiredListOf(DirectiveLocation), "Where it may stand.", directive => directive.Locations)
        .Deprecatable(
            "args", RequiredListOf(InputValue), "The arguments that it takes.", directive =>
                directive.Arguments.Values, argument => argument.DeprecationReason);

    private static void DescribeKinds()
    {
        AddValue(TypeKind, "SCALAR", Introspection.TypeKind.Scalar, "A scalar.");
        AddValue(TypeKind, "OBJECT", Introspection.TypeKind.Object, "An object; `fields` and `interfaces` have values.");
        AddValue(TypeKind, "INTERFACE", Introspection.TypeKind.Interface, "An interface; `fields`, `interfaces` and `possibleTypes` have values.");
        AddValue(TypeKind, "UNION", Introspection.TypeKind.Union, "A union; `possibleTypes` has a value.");
        AddValue(TypeKind, "ENUM", Introspection.TypeKind.Enum, "An enum; `enumValues` has a value.");
        AddValue(TypeKind, "INPUT_OBJECT", Introspection.TypeKind.InputObject, "An input object; `inputFields` and `isOneOf` have values.");
        AddValue(TypeKind, "LIST", Introspection.TypeKind.List, "A list; `ofType` has a value.");
        AddValue(TypeKind, "NON_NULL", Introspection.TypeKind.NonNull, "A type that refuses null; `ofType` has a value.");
    }

    private static void DescribeLocations()
    {
        AddLocation(Types.DirectiveLocation.Query, "On a query.");
        AddLocation(Types.DirectiveLocation.Mutation, "On a mutation.");
        AddLocation(Types.DirectiveLocation.Subscription, "On a subscription.");
        AddLocation(Types.DirectiveLocation.Field, "On a field that is selected.");
        AddLocation(Types.DirectiveLocation.FragmentDefinition, "On the definition of a fragment.");
        AddLocation(Types.DirectiveLocation.FragmentSpread, "On the spread of a fragment.");
        AddLocation(Types.DirectiveLocation.InlineFragment, "On an inline fragment.");
        AddLocation(Types.DirectiveLocation.VariableDefinition, "On the definition of a variable.");
        AddLocation(Types.DirectiveLocation.Schema, "On the schema.");
        AddLocation(Types.DirectiveLocation.Scalar, "On the definition of a scalar.");
        AddLocation(Types.DirectiveLocation.Object, "On the definition of an object type.");
        AddLocation(Types.DirectiveLocation.FieldDefinition, "On the definition of a field.");
        AddLocation(Types.DirectiveLocation.ArgumentDefinition, "On the definition of an argument.");
        AddLocation(Types.DirectiveLocation.Interface, "On the definition of an interface.");
        AddLocation(Types.DirectiveLocation.Union, "On the definition of a union.");
        AddLocation(Types.DirectiveLocation.Enum, "On the definition of an enum.");
        AddLocation(Types.DirectiveLocation.EnumValue, "On the definition of an enum value.");
        AddLocation(Types.DirectiveLocation.InputObject, "On the definition of an input object.");
        AddLocation(Types.DirectiveLocation.InputFieldDefinition, "On the definition of an input object's field.");
    }

    private static void AddLocation(DirectiveLocation location, string description) =>
        AddValue(DirectiveLocation, DirectiveLocations.NameOf(location), location, description);

    private static void AddValue(EnumType type, string name, object value, string description) =>
        type.Values.Add(name, new EnumValueDefinition(name, value) { Description = description });
}
