using System.Text;
using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Tests;

public sealed class CountryCodeTests
{
    private static readonly CountryCodeScalar Scalar = new(Catalogue.Catalogue.BuiltIn);

    [Fact]
    public void Accepts_the_code_of_a_country_as_variable_and_as_literal()
    {
        Assert.Equal(new CountryCode("KEN"), Scalar.Parse(Json("\"KEN\"")));
        Assert.Equal(new CountryCode("KEN"), Scalar.Parse(Parser.ParseValue(Source("\"KEN\""))));
    }

    [Theory]
    [InlineData("\"XQZ\"", "Unknown country \"XQZ\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\".")]
    [InlineData("\"Ghana\"", "Unknown country \"Ghana\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\". Did you mean \"GHA\"?")]
    [InlineData("\"gh\"", "Unknown country \"gh\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\". Did you mean \"GHA\"?")]
    [InlineData("\"\"", "Unknown country \"\": expected an ISO 3166-1 alpha-3 code, such as \"KEN\".")]
    [InlineData("404", "CountryCode cannot represent 404: expected a string with an ISO 3166-1 alpha-3 code, such as \"KEN\".")]
    [InlineData("[\"KEN\"]", "CountryCode cannot represent [\"KEN\"]: expected a string with an ISO 3166-1 alpha-3 code, such as \"KEN\".")]
    public void Refuses_anything_else_and_tells_why(string value, string message)
    {
        Assert.Equal(message, Assert.Throws<CoercionException>(() => Scalar.Parse(Json(value))).Message);
        Assert.Equal(message, Assert.Throws<CoercionException>(() => Scalar.Parse(Parser.ParseValue(Source(value)))).Message);
    }

    [Fact]
    public void Refuses_an_enum_value() =>
        Assert.Equal(
            "CountryCode cannot represent KEN: expected a string with an ISO 3166-1 alpha-3 code, such as \"KEN\".",
            Assert.Throws<CoercionException>(() => Scalar.Parse(Parser.ParseValue(Source("KEN")))).Message);

    [Fact]
    public void Is_answered_as_a_string()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Scalar.Write(writer, new CountryCode("GHA"));
        }

        Assert.Equal("\"GHA\"", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static SourceText Source(string text) => new(Encoding.UTF8.GetBytes(text));
}
