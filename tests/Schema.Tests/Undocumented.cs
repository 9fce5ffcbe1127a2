using R2P.GraphQL.Types;

namespace R2P.Schema.Tests;

/// <summary>Finds what a schema leaves without a description.</summary>
internal static class Undocumented
{
    public static IEnumerable<string> In(GraphQLSchema schema) =>
        schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(Of);

    private static IEnumerable<string> Of(NamedType type) => Missing(type.Name, type.Description).Concat(type switch
    {
        FieldsType fields => fields.Fields.Values.SelectMany(field => Missing($"{type.Name}.{field.Name}", field.Description)
            .Concat(field.Arguments.Values.SelectMany(argument => Missing($"{type.Name}.{field.Name}({argument.Name}:)", argument.Description)))),
        EnumType values => values.Values.Values.SelectMany(value => Missing($"{type.Name}.{value.Name}", value.Description)),
        InputObjectType input => input.Fields.Values.SelectMany(field => Missing($"{type.Name}.{field.Name}", field.Description)),
        _ => [],
    });

    private static IEnumerable<string> Missing(string name, string? description) => string.IsNullOrWhiteSpace(description) ? [name] : [];
}
