using System.Text.Json;
using R2P.GraphQL;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Validation;

namespace R2P.Bench.Engine.Documents;

/// <summary>What the engine does with a document that it has not seen before, step by step.</summary>
internal sealed class EngineSteps(GraphQLSchema schema)
{
    private readonly GraphQLOptions _options = new();
    private readonly InputDefaults _defaults = new();

    public DocumentNode Parse(byte[] text) =>
        Parser.Parse(new SourceText(text), new ParserOptions { MaxTokens = _options.MaxTokens, MaxDepth = _options.MaxDepth });

    public int Validate(DocumentNode document)
    {
        var errors = DocumentValidator.Validate(schema, document, _options);
        return errors.Count == 0 ? 0 : throw new InvalidOperationException($"The document is not valid: {errors[0].Message}");
    }

    public object Compile(DocumentNode document, JsonElement? variables)
    {
        var errors = new List<GraphQLError>();
        var operation = new PreparedDocument(new PlanContext(schema, _options, _defaults, document), document)
            .Prepare(PreparedDocument.GetOperation(document, operationName: null));
        var plan = operation.PlanFor(operation.Variables.Coerce(variables, errors), incremental: false);
        return errors.Count == 0 ? plan : throw new InvalidOperationException($"The variables do not fit: {errors[0].Message}");
    }
}
