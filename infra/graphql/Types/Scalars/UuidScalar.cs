using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>A universally unique identifier as RFC 9562 writes it.</summary>
internal sealed class UuidScalar() : TextScalar<Guid>("UUID")
{
    protected override string Expected => "a UUID such as \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"";

    public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);
}
