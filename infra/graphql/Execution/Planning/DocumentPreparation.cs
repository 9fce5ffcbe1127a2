using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Execution;

/// <summary>Makes a document ready to execute: parses and validates it, within the limits.</summary>
internal sealed class DocumentPreparation(GraphQLSchema schema, GraphQLOptions options)
{
    private readonly InputDefaults _defaults = new();

    /// <summary>Prepares a document.</summary>
    /// <returns>Why it is not valid; then there is no <paramref name="document"/>.</returns>
    /// <exception cref="GraphQLException">It does not parse.</exception>
    public IReadOnlyList<GraphQLError> Prepare(ReadOnlyMemory<byte> text, out PreparedDocument? document)
    {
        var parsed = Parse(text);
        var errors = Validate(parsed);
        document = errors.Count == 0 ? new PreparedDocument(new PlanContext(schema, options, _defaults, parsed), parsed) : null;
        return errors;
    }

    /// <summary>Prepares a document and plans all its operations, before any request asks for them.</summary>
    /// <returns>Why it can't be executed; then there is no <paramref name="document"/>.</returns>
    public IReadOnlyList<GraphQLError> TryPrepare(ReadOnlyMemory<byte> text, out PreparedDocument? document)
    {
        try
        {
            var errors = Prepare(text, out document);
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

    private IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        using var step = Spans.StartStep(Conventions.Validate);
        return DocumentValidator.Validate(schema, document, options);
    }
}
