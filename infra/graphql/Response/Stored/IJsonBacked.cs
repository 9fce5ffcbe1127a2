namespace R2P.GraphQL;

/// <summary>
/// An object that may still have the JSON text that it was read from. Fields marked <see cref="JsonMemberAttribute"/> are copied from the text to the
/// response, field by field as they were selected, without an object in between.
/// </summary>
public interface IJsonBacked
{
    /// <summary>The text of a JSON object in UTF-8; empty if the object has none: then its properties are read.</summary>
    ReadOnlyMemory<byte> Json { get; }
}

/// <summary>
/// The property is the member of the same name (camelCase) of the text of <see cref="IJsonBacked"/>. Enums are stored there by their GraphQL names.
/// </summary>
/// <param name="of">The property that holds what the text says; whoever reads the object reads that one for this field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonMemberAttribute(string of) : Attribute
{
    public string Of { get; } = of;
}
