using System.Collections.Concurrent;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>The coerced default values of arguments and input fields, each computed once for a schema.</summary>
internal sealed class InputDefaults
{
    private readonly ConcurrentDictionary<InputFieldDefinition, object?> _values = new(ReferenceEqualityComparer.Instance);

    /// <summary>The coerced default; the definition must have one. The schema validator has seen that it fits its type.</summary>
    public object? Of(InputFieldDefinition definition) => _values.TryGetValue(definition, out var value)
        ? value
        : _values.GetOrAdd(definition, Coerce(definition));

    private object? Coerce(InputFieldDefinition definition)
    {
        var problems = new InputProblems(int.MaxValue);
        var value = new LiteralCoercer(this, VariableValues.None, problems).Coerce(definition.DefaultValue!, definition.Type);
        return problems.Any
            ? throw new InvalidOperationException($"The default of {definition.Origin ?? definition.Name} does not fit: {problems.Found[0].Message}")
            : value;
    }
}
