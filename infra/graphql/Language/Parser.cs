using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Language;

/// <summary>
/// Parses UTF-8 text to a syntax tree (§2). What does not parse throws a <see cref="GraphQLException"/> that names the place: with
/// <see cref="ErrorCodes.SyntaxError"/>, or the code of the limit that was exceeded.
/// </summary>
public static class Parser
{
    /// <summary>§2.2 Document: executable definitions, type system definitions and extensions.</summary>
    public static DocumentNode Parse(SourceText source, ParserOptions? options = null) =>
        new DocumentParser(source, options ?? new ParserOptions()).ParseDocument();

    /// <summary>§2.9 Value; the text holds nothing else.</summary>
    public static ValueNode ParseValue(SourceText source, ParserOptions? options = null) =>
        new DocumentParser(source, options ?? new ParserOptions()).ParseLoneValue();

    /// <summary>§2.11 Type; the text holds nothing else.</summary>
    public static TypeNode ParseType(SourceText source, ParserOptions? options = null) =>
        new DocumentParser(source, options ?? new ParserOptions()).ParseLoneType();

    /// <summary>§2.14 SchemaCoordinate; the text holds nothing else.</summary>
    public static SchemaCoordinateNode ParseSchemaCoordinate(SourceText source) => new SchemaCoordinateParser(source).Parse();
}
