using System.Buffers;
using System.Text;
using System.Text.Json;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Scalars;

/// <summary>§3.5 Coercion of the five specified scalars, in the words of the reference implementation.</summary>
public sealed class SpecifiedScalarTests
{
    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Int", "1.0", "1")]
    [InlineData("Int", "1e3", "1000")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e100", "Int cannot represent non 32-bit signed integer value: 1e+100")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Int", "[1,{\"a\":[[2]]}]", "Int cannot represent non-integer value: [1, { a: [Array] }]")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "1.5e2", "150")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "\"a\"", "\"a\"")]
    [InlineData("String", "1e21", "String cannot represent a non string value: 1e+21")]
    [InlineData("String", "0.0000001", "String cannot represent a non string value: 1e-7")]
    [InlineData("String", "123456789012345680000", "String cannot represent a non string value: 123456789012345680000")]
    [InlineData("String", "{\"a\":\"b\"}", "String cannot represent a non string value: { a: \"b\" }")]
    [InlineData("Boolean", "false", "false")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "\"a\"", "\"a\"")]
    [InlineData("ID", "4", "\"4\"")]
    [InlineData("ID", "4.0", "\"4\"")]
    [InlineData("ID", "4.5", "ID cannot represent value: 4.5")]
    [InlineData("ID", "false", "ID cannot represent value: false")]
    [InlineData("ID", "[1,2,3,4,5,6,7,8,9,10,11,12]", "ID cannot represent value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]")]
    public void A_variable_is_coerced_or_refused(string scalar, string json, string expected) =>
        Assert.Equal(expected, Outcome(scalar, type => type.ParseJson(JsonSerializer.Deserialize<JsonElement>(json))));

    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "99999999999999999999", "Int cannot represent non 32-bit signed integer value: 99999999999999999999")]
    [InlineData("Int", "\"a\\nb\"", "Int cannot represent non-integer value: \"a\\nb\"")]
    [InlineData("Int", "RED", "Int cannot represent non-integer value: RED")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "1.5", "1.5")]
    [InlineData("Float", "true", "Float cannot represent non numeric value: true")]
    [InlineData("String", "[1, \"a\"]", "String cannot represent a non string value: [1, \"a\"]")]
    [InlineData("Boolean", "{ a: 1 }", "Boolean cannot represent a non boolean value: { a: 1 }")]
    [InlineData("ID", "4", "\"4\"")]
    [InlineData("ID", "\"x\"", "\"x\"")]
    [InlineData("ID", "4.0", "ID cannot represent a non-string and non-integer value: 4.0")]
    public void A_literal_is_coerced_or_refused(string scalar, string literal, string expected) =>
        Assert.Equal(expected, Outcome(scalar, type => type.ParseLiteral(Parser.ParseValue(SourceText.From(literal)))));

    [Theory]
    [InlineData("Int", "12", "12")]
    [InlineData("Int", true, "1")]
    [InlineData("Int", 1.0, "1")]
    [InlineData("Int", "", "Int cannot represent non-integer value: \"\"")]
    [InlineData("Int", 1.1, "Int cannot represent non-integer value: 1.1")]
    [InlineData("Int", 4294967296L, "Int cannot represent non 32-bit signed integer value: 4294967296")]
    [InlineData("Float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("Float", "2.5", "2.5")]
    [InlineData("String", 1.5, "\"1.5\"")]
    [InlineData("String", false, "\"false\"")]
    [InlineData("Boolean", 2, "true")]
    [InlineData("Boolean", "true", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("ID", 7, "\"7\"")]
    [InlineData("ID", true, "ID cannot represent value: true")]
    public void A_result_is_coerced_or_refused(string scalar, object value, string expected) =>
        Assert.Equal(expected, Outcome(scalar, _ => value));

    /// <summary>The value as JSON, or the message of its refusal.</summary>
    private static string Outcome(string scalar, Func<ScalarType, object> read)
    {
        var type = SpecifiedScalars.All.Single(candidate => candidate.Name == scalar);
        try
        {
            return Written(type, read(type));
        }
        catch (CoercionException refusal)
        {
            return refusal.Message;
        }
    }

    internal static string Written(ScalarType type, object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            type.WriteObject(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
