using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.4.1 CoerceArgumentValues for one field or directive: done once when no variable takes part, else for each request.</summary>
internal sealed class ArgumentsPlan
{
    private readonly OrderedDictionary<string, InputFieldDefinition> _definitions;
    private readonly ValueNode?[] _given;
    private readonly SyntaxNode _owner;
    private readonly string _coordinate;
    private readonly PlanContext _context;
    private readonly InputValues? _constant;

    private ArgumentsPlan(
        OrderedDictionary<string, InputFieldDefinition> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        SyntaxNode owner,
        string coordinate,
        PlanContext context)
    {
        (_definitions, _owner, _coordinate, _context) = (definitions, owner, coordinate, context);
        _given = new ValueNode?[definitions.Count];
        foreach (var argument in arguments)
        {
            if (definitions.IndexOf(argument.Name.Value) is >= 0 and var index)
            {
                _given[index] = argument.Value;
            }
        }

        if (!Array.Exists(_given, HoldsVariable))
        {
            _constant = TryCoerceConstant();
        }
    }

    /// <summary>The plan, or null for a field without arguments.</summary>
    /// <param name="owner">The field or directive, which an error about a missing argument points at.</param>
    /// <param name="coordinate">The schema coordinate (§2.14) without the argument: <c>Type.field</c> or <c>@directive</c>.</param>
    public static ArgumentsPlan? For(
        OrderedDictionary<string, InputFieldDefinition> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        SyntaxNode owner,
        string coordinate,
        PlanContext context) =>
        definitions.Count == 0 ? null : new ArgumentsPlan(definitions, arguments, owner, coordinate, context);

    /// <summary>The coerced arguments.</summary>
    /// <exception cref="GraphQLException">A value does not fit; the error is that of the field.</exception>
    public InputValues Coerce(VariableValues variables) => _constant ?? CoerceWith(variables);

    /// <summary>A constant that does not fit is left to each execution, where it becomes the field's error.</summary>
    private InputValues? TryCoerceConstant()
    {
        try
        {
            return CoerceWith(VariableValues.None);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    private InputValues CoerceWith(VariableValues variables)
    {
        var (values, present) = (new object?[_given.Length], new bool[_given.Length]);
        for (var i = 0; i < _given.Length; i++)
        {
            present[i] = Coerce(_definitions.GetAt(i).Value, _given[i], variables, out values[i]);
        }

        return new InputValues(_definitions, values, present);
    }

    private bool Coerce(InputFieldDefinition definition, ValueNode? given, VariableValues variables, out object? value)
    {
        var missing = given is null || (given is VariableNode variable && !variables.TryGet(variable.Name.Value, out _));
        if (missing && !definition.IsRequired)
        {
            value = definition.DefaultValue is null ? null : _context.Defaults.Of(definition);
            return definition.DefaultValue is not null;
        }

        if (given is null)
        {
            throw Refused($"Argument \"{_coordinate}({definition.Name}:)\" of required type \"{definition.Type}\" was not provided.", _owner);
        }

        var problems = new InputProblems(_context.Options.MaxDepth);
        value = new LiteralCoercer(_context.Defaults, variables, problems).Coerce(given, definition.Type);
        return problems.Any ? throw Refused(definition, problems.Found[0]) : true;
    }

    private GraphQLException Refused(InputFieldDefinition definition, InputProblem problem) => Refused(
        $"Argument \"{_coordinate}({definition.Name}:)\" has invalid value{problem.Path}: {problem.Message}", problem.Node ?? _owner);

    private GraphQLException Refused(string message, SyntaxNode node) =>
        new(new GraphQLError(message, ErrorCodes.BadUserInput).At(_context.Source, node));

    private static bool HoldsVariable(ValueNode? value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HoldsVariable),
        ObjectValueNode map => map.Fields.Any(field => HoldsVariable(field.Value)),
        _ => false,
    };
}
