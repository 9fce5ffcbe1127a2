using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Execution;

/// <summary>The messages of input coercion, for JSON and for literals alike.</summary>
internal static class InputMessages
{
    public static string NullForNonNull(GraphQLType type) => $"Expected value of non-null type \"{type}\" not to be null.";

    public static string Missing(GraphQLType type) => $"Expected a value of non-null type \"{type}\" to be provided.";

    public static string NotAnObject(InputObjectType type, string found) => $"Expected value of type \"{type}\" to be an object, found: {found}.";

    public static string MissingField(InputObjectType type, string field, string found) =>
        $"Expected value of type \"{type}\" to include required field \"{field}\", found: {found}.";

    public static string UnknownField(InputObjectType type, string field, string found, bool maySuggest)
    {
        var suggestion = maySuggest ? Suggestions.DidYouMean(field, type.Fields.Keys) : "";
        return $"Expected value of type \"{type}\" not to include unknown field \"{field}\"" +
            (suggestion.Length > 0 ? $".{suggestion} Found: {found}." : $", found: {found}.");
    }

    public static string NotExactlyOne(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    public static string VariableMissing(string variable, GraphQLType type) =>
        $"Expected variable \"${variable}\" provided to type \"{type}\" to provide a runtime value.";

    public static string VariableNull(string variable, GraphQLType type) =>
        $"Expected variable \"${variable}\" provided to non-null type \"{type}\" not to be null.";

    public static string OneOfVariableMissing(string variable, string field, InputObjectType type) =>
        $"Expected variable \"${variable}\" provided to field \"{field}\" for OneOf Input Object type \"{type}\" to provide a runtime value.";

    public static string OneOfVariableNull(string variable, string field, InputObjectType type) =>
        $"Expected variable \"${variable}\" provided to field \"{field}\" for OneOf Input Object type \"{type}\" not to be null.";

    public static string NotAnEnumText(EnumType type, string found, bool maySuggest) =>
        $"Enum \"{type}\" cannot represent non-string value: {found}.{EnumSuggestion(type, found, maySuggest)}";

    public static string NotAnEnumLiteral(EnumType type, string found, bool maySuggest) =>
        $"Enum \"{type}\" cannot represent non-enum value: {found}.{EnumSuggestion(type, found, maySuggest)}";

    public static string UnknownEnumValue(EnumType type, string found, bool maySuggest) =>
        $"Value \"{found}\" does not exist in \"{type}\" enum.{EnumSuggestion(type, found, maySuggest)}";

    private static string EnumSuggestion(EnumType type, string found, bool maySuggest) =>
        maySuggest ? Suggestions.DidYouMean(found, type.Values.Keys, "the enum value") : "";
}
