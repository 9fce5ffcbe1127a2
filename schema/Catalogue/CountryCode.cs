using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.Schema.Catalogue;

/// <summary>The ISO 3166-1 alpha-3 code of a country that the catalogue knows.</summary>
/// <param name="Value">Three capital letters.</param>
public readonly record struct CountryCode(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The scalar <c>CountryCode</c>: accepts the codes of the catalogue's countries and nothing else.</summary>
public sealed class CountryCodeScalar : ScalarType<CountryCode>
{
    private readonly Catalogue _catalogue;

    public CountryCodeScalar(Catalogue catalogue)
        : base("CountryCode")
    {
        _catalogue = catalogue;
        Description = "The ISO 3166-1 alpha-3 code of a Member State or observer State of the United Nations, such as `KEN`.";
        SpecifiedByUrl = "https://www.iso.org/iso-3166-country-codes.html";
    }

    /// <inheritdoc/>
    public override CountryCode Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Known(value.GetString()!) : throw NotAString(value.GetRawText());

    /// <inheritdoc/>
    public override CountryCode Parse(ValueNode literal) =>
        literal is StringValueNode text ? Known(text.Value) : throw NotAString(SyntaxPrinter.Print(literal));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CountryCode value) => writer.WriteStringValue(value.Value);

    private static CoercionException NotAString(string found) =>
        new($"CountryCode cannot represent {found}: expected a string with an ISO 3166-1 alpha-3 code, such as \"KEN\".");

    private CountryCode Known(string code) => _catalogue.IsCountry(code)
        ? new CountryCode(code)
        : throw new CoercionException(
            $"Unknown country \"{code}\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\".{_catalogue.Suggest(code, CodeKind.Country)}");
}
