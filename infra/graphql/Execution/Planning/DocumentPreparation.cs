using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Execution;

/// <summary>Makes a document ready to execute: parses and validates it, within the limits.</summary>
internal sealed class DocumentPreparation(GraphQLSchema schema, GraphQLOptions options)
{
    private readonly InputDefaults _defaults = new();

    /// <summary>Prepares a document.</summary>
    /// <param name="text">Its text in UTF-8.</param>
    /// <param name="maySuggest">Whether errors may say what the schema has instead.</param>
    /// <param name="document">The document, if it is valid.</param>
    /// <returns>Why it is not valid; then there is no <paramref name="document"/>.</returns>
    /// <exception cref="GraphQLException">It does not parse, or is larger than the limits allow.</exception>
    public IReadOnlyList<GraphQLError> Prepare(ReadOnlyMemory<byte> text, bool maySuggest, out PreparedDocument? document)
    {
        var parsed = Parse(text);
        DocumentSize.Check(parsed, options);
        var errors = Validate(parsed, maySuggest);
        document = errors.Count == 0 ? new PreparedDocument(new PlanContext(schema, options, _defaults, parsed), parsed) : null;
        return errors;
    }

    /// <summary>Prepares a document and plans all its operations, before any request asks for them.</summary>
    /// <returns>Why it can't be executed; then there is no <paramref name="document"/>.</returns>
    public IReadOnlyList<GraphQLError> TryPrepare(ReadOnlyMemory<byte> text, out PreparedDocument? document)
    {
        try
        {
            var errors = Prepare(text, maySuggest: true, out document);
            document?.PlanAll();
            return errors;
        }
        catch (GraphQLException refusal)
        {
            document = null;
            return [refusal.Error];
        }
    }

    private DocumentNode Parse(ReadOnlyMemory<byte> text)
    {
        using var step = Spans.StartStep(Conventions.Parse);
        return Parser.Parse(new SourceText(text), new ParserOptions { MaxTokens = options.MaxTokens, MaxDepth = options.MaxDepth });
    }

    private IReadOnlyList<GraphQLError> Validate(DocumentNode document, bool maySuggest)
    {
        using var step = Spans.StartStep(Conventions.Validate);
        return DocumentValidator.Validate(schema, document, options, maySuggest);
    }
}
