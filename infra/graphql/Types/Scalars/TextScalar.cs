using System.Text.Json;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>A scalar whose values are JSON strings of a certain form; <typeparamref name="T"/> is what resolvers see.</summary>
public abstract class TextScalar<T>(string name) : ScalarType<T>(name)
    where T : notnull
{
    /// <summary>What is expected, as the message says it: "a date such as 2026-02-28".</summary>
    protected abstract string Expected { get; }

    public sealed override T Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TryParse(value.GetString()!, out var parsed) ? parsed : throw Refused(ValueText.Of(value));

    public sealed override T Parse(ValueNode literal) =>
        literal is StringValueNode text && TryParse(text.Value, out var parsed) ? parsed : throw Refused(SyntaxPrinter.Print(literal));

    /// <summary>Reads the text, strictly.</summary>
    protected abstract bool TryParse(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value);

    private CoercionException Refused(string found) => new($"{Name} expects {Expected}, found: {found}");
}
