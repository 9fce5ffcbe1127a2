using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>§6.1.2 The coerced variables of one request. A variable that has no entry was neither given nor has a default.</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, VariableValue> _values = new(StringComparer.Ordinal);

    public static VariableValues None { get; } = new();

    public void Add(string name, VariableValue value) => _values.Add(name, value);

    public bool TryGet(string name, out object? value)
    {
        var found = _values.TryGetValue(name, out var entry);
        value = entry?.Coerced;
        return found;
    }

    /// <summary>Where the value came from, for a custom scalar whose literal holds the variable.</summary>
    public VariableValue? Find(string name) => _values.GetValueOrDefault(name);
}

/// <summary>A coerced variable and what it was made of: the request's JSON, or else the default.</summary>
internal sealed record VariableValue(object? Coerced, GraphQLType Type, JsonElement? Json, ValueNode? Default)
{
    private double? _inputCost;

    /// <summary>What the input fields in it add to a field's cost; added up once, however often the variable is used.</summary>
    public double InputCost => _inputCost ??= Limits.InputCost.OfFields(Coerced);
}
