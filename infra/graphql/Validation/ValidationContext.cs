using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Limits;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation;

/// <summary>What the rules of one validation share: the document and its fragments, the types at the node being visited, errors, and the budget.</summary>
internal sealed class ValidationContext(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
{
    private const int CharactersPerStep = 2;
    private const int StepsPerPlace = 32;

    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> _variableUsages = [];

    public GraphQLSchema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public GraphQLOptions Options { get; } = options;

    public FragmentGraph Fragments => field ??= new FragmentGraph(this);

    public TypeOverlaps Overlaps => field ??= new TypeOverlaps(Schema);

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether messages may offer names of the schema.</summary>
    public bool MaySuggest { get; init; } = true;

    /// <summary>Steps taken so far: about one for each node visited and each comparison made.</summary>
    public int Steps { get; private set; }

    /// <summary>How many more errors may be reported before the validation stops.</summary>
    public int RemainingErrors => Options.MaxValidationErrors - _errors.Count;

    /// <summary>The type whose fields are being selected; null if it isn't known.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The output type at the node: of the field, or of the operation's or fragment's selections; null if it isn't known.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The field being visited, or the one around the node; null if there is none or it isn't known.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The directive being visited; null outside of directives.</summary>
    public DirectiveNode? Directive { get; set; }

    /// <summary>The definition of the argument being visited; null if it isn't known.</summary>
    public InputFieldDefinition? Argument { get; set; }

    /// <summary>
    /// The definition of an argument of the directive or field being visited. The arguments of an unknown directive are looked up on the field around
    /// it, as graphql-js does.
    /// </summary>
    public InputFieldDefinition? FindArgument(string name)
    {
        var definition = Directive is null ? null : Schema.FindDirective(Directive.Name.Value);
        return (definition?.Arguments ?? Field?.Arguments)?.GetValueOrDefault(name);
    }

    /// <summary>Records an error at the given nodes. What is written and sent is work too: a long message and many places cost steps.</summary>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (RemainingErrors <= 0)
        {
            throw new ValidationAbortedException([.. _errors, LimitErrors.ValidationErrors(Options.MaxValidationErrors)]);
        }

        Spend((message.Length / CharactersPerStep) + (StepsPerPlace * nodes.Length));
        _errors.Add(new GraphQLError(message, ErrorCodes.ValidationFailed).At(Document.Source, nodes));
    }

    /// <summary>"Did you mean …", where names of the schema may be offered.</summary>
    public string DidYouMean(string input, IEnumerable<string> options, string? prefix = null) =>
        MaySuggest ? Suggestions.DidYouMean(input, options, prefix) : "";

    /// <summary>A literal for a message, cut short if it is very long.</summary>
    public string Print(ValueNode value)
    {
        const int MaxLength = 1000;
        var text = SyntaxPrinter.Print(value);
        Spend(text.Length / CharactersPerStep);
        return text.Length > MaxLength ? $"{text[..MaxLength]}..." : text;
    }

    /// <summary>Counts work against <see cref="GraphQLOptions.MaxValidationSteps"/>.</summary>
    public void Spend(int steps)
    {
        Steps += steps;
        if (Steps > Options.MaxValidationSteps)
        {
            throw new ValidationAbortedException([LimitErrors.ValidationSteps(Options.MaxValidationSteps)]);
        }
    }

    /// <summary>The variables used in one definition itself, fragments that it spreads left aside; complete once the document was walked.</summary>
    public List<VariableUsage> VariableUsages(ExecutableDefinitionNode definition)
    {
        if (!_variableUsages.TryGetValue(definition, out var usages))
        {
            _variableUsages[definition] = usages = [];
        }

        return usages;
    }

    /// <summary>Calls <paramref name="visit"/> for each variable use that an operation comes to, by its fragments too (§5.8.3).</summary>
    public void ForEachVariableUsage(OperationDefinitionNode operation, Action<VariableUsage> visit)
    {
        VariableUsages(operation).ForEach(visit);
        foreach (var fragment in Fragments.ReachableFrom(operation))
        {
            var usages = VariableUsages(fragment);
            Spend(1 + usages.Count);
            usages.ForEach(visit);
        }
    }
}
