using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types;

/// <summary>
/// §3.5 Scalar. Input coercion turns JSON or a literal into the runtime value that resolvers see; output coercion writes it.
/// A value that does not fit throws <see cref="CoercionException"/>, whose message is shown to the caller.
/// </summary>
public abstract class ScalarType(string name) : NamedType(name)
{
    /// <summary>§3.5.5 The URL of the specification of a custom scalar's values.</summary>
    public string? SpecifiedByUrl { get; init; }

    /// <summary>The C# type of the runtime value.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The runtime value of a variable's JSON value; never called with JSON null.</summary>
    public abstract object ParseJson(JsonElement value);

    /// <summary>
    /// The runtime value of a literal; never called with a null literal or a variable. Variables in a list or an object are replaced by their values, and while a
    /// document is validated by null.
    /// </summary>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>Writes the runtime value as JSON (§6.4.3 result coercion); throws for a value that the type can't express.</summary>
    public abstract void WriteObject(Utf8JsonWriter writer, object value);
}

/// <summary>A scalar with a typed runtime value, so that writing a value type costs no boxing.</summary>
public abstract class ScalarType<T>(string name) : ScalarType(name)
    where T : notnull
{
    public sealed override Type ClrType => typeof(T);

    public sealed override object ParseJson(JsonElement value) => Parse(value);

    public sealed override object ParseLiteral(ValueNode literal) => Parse(literal);

    public sealed override void WriteObject(Utf8JsonWriter writer, object value) => Write(writer, Accept(value));

    /// <summary>Input coercion of a JSON value.</summary>
    public abstract T Parse(JsonElement value);

    /// <summary>Input coercion of a literal.</summary>
    public abstract T Parse(ValueNode literal);

    /// <summary>Writes one value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Result coercion of an untyped value, as a schema from SDL yields it: converts where the specification allows.</summary>
    protected virtual T Accept(object value) =>
        value is T typed ? typed : throw new CoercionException($"{Name} cannot represent value of type {value.GetType().Name}.");
}

/// <summary>A value does not fit its type; the message names what was expected and what was found.</summary>
public sealed class CoercionException(string message) : Exception(message);
