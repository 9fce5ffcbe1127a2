using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Tests.Validation;

/// <summary>Validates documents against the <see cref="ZooSchema"/> and asserts every error with its message and places.</summary>
internal static class ValidationAssert
{
    public static void Valid(string document) => Errors(document);

    /// <summary>Expects exactly these errors, in any order, each as <c>message @line:column,line:column</c>.</summary>
    public static void Errors(string document, params string[] expected) => Check(ZooSchema.Instance, document, expected);

    /// <summary>The same against a schema of the test's own.</summary>
    public static void ErrorsOn(string sdl, string document, params string[] expected) =>
        Check(SdlSchemaBuilder.Build(Parser.Parse(SourceText.From(sdl))), document, expected);

    private static void Check(GraphQLSchema schema, string document, string[] expected)
    {
        var errors = DocumentValidator.Validate(schema, Parser.Parse(SourceText.From(document)), new GraphQLOptions());
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        Assert.Equal(expected.Order(StringComparer.Ordinal), errors.Select(Format).Order(StringComparer.Ordinal));
    }

    private static string Format(GraphQLError error) =>
        $"{error.Message} @{string.Join(",", error.Locations.Select(location => $"{location.Line}:{location.Column}"))}";
}
