using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Limits;

/// <summary>
/// Counts what a document holds, before it is validated: aliases, directives, items of list literals. One walk along the text, whose depth the parser
/// bounds; each error stands at the place that was one too many.
/// </summary>
internal sealed class DocumentSize
{
    private readonly GraphQLOptions _options;
    private readonly SourceText _source;
    private int _aliases;
    private int _directives;
    private SyntaxNode? _excessAlias;
    private SyntaxNode? _excessDirective;

    private DocumentSize(DocumentNode document, GraphQLOptions options) => (_source, _options) = (document.Source, options);

    /// <summary>Counts the document.</summary>
    /// <exception cref="GraphQLException">The document exceeds a limit.</exception>
    public static void Check(DocumentNode document, GraphQLOptions options)
    {
        var size = new DocumentSize(document, options);
        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>())
        {
            size.Count(definition);
        }

        size.Check();
    }

    private void Check()
    {
        if (_excessAlias is { } alias)
        {
            throw Refused(LimitErrors.Aliases(_aliases, _options.MaxAliases), alias);
        }

        if (_excessDirective is { } directive)
        {
            throw Refused(LimitErrors.Directives(_directives, _options.MaxDirectives), directive);
        }
    }

    private void Count(ExecutableDefinitionNode definition)
    {
        Count(definition.Directives);
        foreach (var variable in (definition as OperationDefinitionNode)?.VariableDefinitions ?? [])
        {
            Count(variable.Directives);
            Count(variable.DefaultValue);
        }

        Count(definition.SelectionSet);
    }

    private void Count(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            Count(selection.Directives);
            switch (selection)
            {
                case FieldNode field:
                    Count(field);
                    break;
                case InlineFragmentNode inline:
                    Count(inline.SelectionSet);
                    break;
            }
        }
    }

    private void Count(FieldNode field)
    {
        if (field.Alias is not null && ++_aliases > _options.MaxAliases)
        {
            _excessAlias ??= field.Alias;
        }

        Count(field.Arguments);
        if (field.SelectionSet is { } below)
        {
            Count(below);
        }
    }

    private void Count(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count > _options.MaxDirectivesPerLocation)
        {
            var limit = _options.MaxDirectivesPerLocation;
            throw Refused(LimitErrors.DirectivesAtOnePlace(directives.Count, limit), directives[limit]);
        }

        foreach (var directive in directives)
        {
            if (++_directives > _options.MaxDirectives)
            {
                _excessDirective ??= directive;
            }

            Count(directive.Arguments);
        }
    }

    private void Count(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            Count(argument.Value);
        }
    }

    private void Count(ValueNode? value)
    {
        switch (value)
        {
            case ListValueNode list when list.Values.Count > _options.MaxListItems:
                throw Refused(LimitErrors.ListItems(list.Values.Count, _options.MaxListItems), list);
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    Count(item);
                }

                break;
            case ObjectValueNode map:
                foreach (var field in map.Fields)
                {
                    Count(field.Value);
                }

                break;
        }
    }

    private GraphQLException Refused(GraphQLError error, SyntaxNode node) => new(error.At(_source, node));
}
