using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Diff;
using R2P.GraphQL.Types.Sdl;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Judge;

/// <summary>The parts of the engine that are judged. A planted bug overrides one of them.</summary>
internal class Engine
{
    /// <summary>Limits that no case comes near: what is judged here is the language, not how much of it is allowed.</summary>
    public static GraphQLOptions Options { get; } = new()
    {
        MaxTokens = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxListItems = int.MaxValue,
        MaxVariableValues = int.MaxValue,
        MaxTypeCost = int.MaxValue,
        MaxFieldCost = int.MaxValue,
        AssumedListSize = 1,
        MaxValidationSteps = int.MaxValue,
        MaxPendingParts = int.MaxValue,
        PlanCacheSize = 16,
    };

    private static readonly ParserOptions Unlimited = new() { MaxTokens = int.MaxValue };

    public virtual DocumentNode Parse(string text) => Parser.Parse(SourceText.From(text), Unlimited);

    public virtual string Print(SyntaxNode node) => SyntaxPrinter.Print(node);

    public virtual GraphQLSchema Build(DocumentNode sdl) => SdlSchemaBuilder.Build(sdl, new RecordedResolvers(sdl).Find);

    /// <summary>The schema that operations run on.</summary>
    public virtual GraphQLSchema BuildToExecute(DocumentNode sdl, GraphQLSchema schema) => schema;

    public virtual IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document) =>
        DocumentValidator.Validate(schema, document, Options);

    public virtual IReadOnlyList<SchemaChange> Diff(GraphQLSchema old, GraphQLSchema @new) => SchemaDiff.Find(old, @new);
}
