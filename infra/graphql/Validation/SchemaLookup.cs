using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation;

/// <summary>Questions that several rules ask of a schema.</summary>
internal static class SchemaLookup
{
    /// <summary>The field of that name on a type, meta fields included (§4.1, §4.2); null if the type is unknown or has none.</summary>
    public static FieldDefinition? FieldOf(this GraphQLSchema schema, CompositeType? parent, string name) => name switch
    {
        _ when parent is null => null,
        "__typename" => MetaFields.TypeName,
        "__schema" when ReferenceEquals(parent, schema.Query) => MetaFields.Schema,
        "__type" when ReferenceEquals(parent, schema.Query) => MetaFields.Type,
        _ => (parent as FieldsType)?.Fields.GetValueOrDefault(name),
    };

    /// <summary>Whether one type is another, or one of the possible types of an abstract other, or an interface that implements it.</summary>
    public static bool IsSubType(this GraphQLSchema schema, CompositeType type, CompositeType super) => type switch
    {
        _ when ReferenceEquals(type, super) => true,
        ObjectType objectType => schema.IsPossibleType(super, objectType),
        InterfaceType @interface => super is InterfaceType parent && @interface.Interfaces.Contains(parent),
        _ => false,
    };

    /// <summary>§5.8.5 AreTypesCompatible: whether a value of an input type may stand where another is expected.</summary>
    public static bool FitsInto(this GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType from, NonNullType to) => from.OfType.FitsInto(to.OfType),
        (_, NonNullType) => false,
        (NonNullType from, _) => from.OfType.FitsInto(expected),
        (ListType from, ListType to) => from.OfType.FitsInto(to.OfType),
        _ => ReferenceEquals(type, expected),
    };
}
