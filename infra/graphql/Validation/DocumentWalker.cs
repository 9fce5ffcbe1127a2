using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation;

/// <summary>
/// Walks a document once, depth first, keeps the types of the current node in the context and calls every rule. It recurses only along the
/// nesting of the document, which the parser bounds; fragment spreads are not followed.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    private ExecutableDefinitionNode? _definition;

    public void Walk()
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(context.Document);
        }

        foreach (var definition in context.Document.Definitions)
        {
            context.Spend(1);
            _definition = definition as ExecutableDefinitionNode;
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    WalkOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    WalkFragment(fragment);
                    break;
            }
        }

        foreach (var rule in rules)
        {
            rule.LeaveDocument(context.Document);
        }
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        context.Type = context.Schema.RootType(operation.Operation);
        foreach (var rule in rules)
        {
            rule.EnterOperation(operation);
        }

        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkDirectives(operation.Directives, LocationOf(operation.Operation));
        WalkSelectionSet(operation.SelectionSet);
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        context.Type = OutputType(fragment.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterFragment(fragment);
        }

        WalkType(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet);
    }

    private void WalkVariableDefinition(VariableDefinitionNode definition)
    {
        context.Spend(1);
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(definition);
        }

        WalkType(definition.Type);
        if (definition.DefaultValue is { } value)
        {
            WalkValue(value);
        }

        WalkDirectives(definition.Directives, DirectiveLocation.VariableDefinition);
    }

    private void WalkType(TypeNode type)
    {
        while (type is not NamedTypeNode)
        {
            type = type is ListTypeNode list ? list.Type : ((NonNullTypeNode)type).Type;
        }

        foreach (var rule in rules)
        {
            rule.EnterNamedType((NamedTypeNode)type);
        }
    }

    private void WalkSelectionSet(SelectionSetNode selectionSet, bool ofInlineFragment = false)
    {
        var outer = (context.ParentType, context.Type, context.Field);
        context.ParentType = context.Type?.Named as CompositeType;
        if (!ofInlineFragment)
        {
            foreach (var rule in rules)
            {
                rule.EnterSelectionSet(selectionSet);
            }
        }

        foreach (var selection in selectionSet.Selections)
        {
            context.Spend(1);
            WalkSelection(selection);
            (context.Type, context.Field) = (outer.Type, outer.Field);
        }

        context.ParentType = outer.ParentType;
    }

    private void WalkSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WalkField(field);
                break;
            case FragmentSpreadNode spread:
                foreach (var rule in rules)
                {
                    rule.EnterFragmentSpread(spread);
                }

                WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
                break;
            case InlineFragmentNode inline:
                WalkInlineFragment(inline);
                break;
        }
    }

    private void WalkField(FieldNode field)
    {
        context.Field = context.Schema.FieldOf(context.ParentType, field.Name.Value);
        context.Type = context.Field?.Type;
        foreach (var rule in rules)
        {
            rule.EnterField(field);
        }

        WalkArguments(field.Arguments);
        WalkDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is { } selectionSet)
        {
            WalkSelectionSet(selectionSet);
        }
    }

    private void WalkInlineFragment(InlineFragmentNode inline)
    {
        context.Type = inline.TypeCondition is { } condition ? OutputType(condition) : context.Type?.Named;
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(inline);
        }

        if (inline.TypeCondition is { } typeCondition)
        {
            WalkType(typeCondition);
        }

        WalkDirectives(inline.Directives, DirectiveLocation.InlineFragment);
        WalkSelectionSet(inline.SelectionSet, ofInlineFragment: true);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Count == 0)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.EnterDirectives(directives);
        }

        foreach (var directive in directives)
        {
            context.Spend(1);
            context.Directive = directive;
            foreach (var rule in rules)
            {
                rule.EnterDirective(directive, location);
            }

            WalkArguments(directive.Arguments);
        }

        context.Directive = null;
    }

    private void WalkArguments(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            context.Spend(1);
            context.Argument = context.FindArgument(argument.Name.Value);
            foreach (var rule in rules)
            {
                rule.EnterArgument(argument);
            }

            WalkValue(argument.Value, context.Argument?.Type, hasDefault: context.Argument?.DefaultValue is not null);
        }

        context.Argument = null;
    }

    private void WalkValue(ValueNode value, GraphQLType? type = null, InputObjectType? parent = null, bool hasDefault = false)
    {
        context.Spend(1);
        switch (value)
        {
            case VariableNode variable when _definition is not null:
                context.VariableUsages(_definition).Add(new VariableUsage(variable, type, parent, hasDefault));
                break;
            case ListValueNode list:
                var itemType = (type?.Nullable as ListType)?.OfType;
                foreach (var item in list.Values)
                {
                    WalkValue(item, itemType);
                }

                break;
            case ObjectValueNode map:
                WalkObjectValue(map, type?.Named as InputObjectType);
                break;
        }
    }

    private void WalkObjectValue(ObjectValueNode map, InputObjectType? type)
    {
        foreach (var rule in rules)
        {
            rule.EnterObjectValue(map);
        }

        foreach (var field in map.Fields)
        {
            var definition = type?.Fields.GetValueOrDefault(field.Name.Value);
            WalkValue(field.Value, definition?.Type, type, definition?.DefaultValue is not null);
        }
    }

    private NamedType? OutputType(NamedTypeNode node) =>
        context.Schema.FindType(node.Name.Value) is { IsOutput: true } type ? type : null;

    private static DirectiveLocation LocationOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => DirectiveLocation.Query,
        OperationKind.Mutation => DirectiveLocation.Mutation,
        _ => DirectiveLocation.Subscription,
    };
}
