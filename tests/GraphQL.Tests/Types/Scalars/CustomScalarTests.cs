using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Language;
using R2P.GraphQL.Tests.Types.Building;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;
using R2P.GraphQL.Types.Scalars;

namespace R2P.GraphQL.Tests.Types.Scalars;

/// <summary>Custom scalars take what their specification allows and nothing that merely resembles it.</summary>
public sealed class CustomScalarTests
{
    private const string TimeExpected = "DateTime expects a point in time such as \"2026-02-28T09:30:00Z\", found: ";

    [Theory]
    [InlineData("DateTime", "2026-02-28T09:30:00Z", "2026-02-28T09:30:00Z")]
    [InlineData("DateTime", "2026-02-28t11:30:00.1234567+02:00", "2026-02-28T09:30:00.123456Z")]
    [InlineData("DateTime", "2026-02-28T09:30:00.100Z", "2026-02-28T09:30:00.1Z")]
    [InlineData("DateTime", "2026-02-28", TimeExpected + "\"2026-02-28\"")]
    [InlineData("DateTime", "2026-02-28T09:30:00", TimeExpected + "\"2026-02-28T09:30:00\"")]
    [InlineData("DateTime", "2026-02-30T09:30:00Z", TimeExpected + "\"2026-02-30T09:30:00Z\"")]
    [InlineData("DateTime", "28 Feb 2026 09:30 GMT", TimeExpected + "\"28 Feb 2026 09:30 GMT\"")]
    [InlineData("Date", "2026-02-28", "2026-02-28")]
    [InlineData("Date", "2026-2-28", "Date expects a date such as \"2026-02-28\", found: \"2026-2-28\"")]
    [InlineData("Date", "2026-02-29", "Date expects a date such as \"2026-02-28\", found: \"2026-02-29\"")]
    [InlineData("UUID", "F81D4FAE-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")]
    [InlineData(
        "UUID",
        "f81d4fae7dec11d0a76500a0c91e6bf6",
        "UUID expects a UUID such as \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\", found: \"f81d4fae7dec11d0a76500a0c91e6bf6\"")]
    [InlineData("URL", "https://example.org/a?b=c", "https://example.org/a?b=c")]
    [InlineData("URL", "javascript:alert(1)", "URL expects an absolute http or https address, found: \"javascript:alert(1)\"")]
    [InlineData("URL", "/a", "URL expects an absolute http or https address, found: \"/a\"")]
    [InlineData("URL", "file:///etc/passwd", "URL expects an absolute http or https address, found: \"file:///etc/passwd\"")]
    [InlineData("Cursor", "abc", "abc")]
    [InlineData("Cursor", "", "Cursor expects a cursor that this service gave out, found: \"\"")]
    [InlineData("Markdown", "**a**", "**a**")]
    public void Text_is_read_and_written_or_refused(string scalar, string text, string expected)
    {
        var type = CustomScalars.All.Single(candidate => candidate.Name == scalar);
        Assert.Equal(expected, Outcome(type, () => type.ParseJson(JsonSerializer.SerializeToElement(text))));
        Assert.Equal(expected, Outcome(type, () => type.ParseLiteral(new StringValueNode(text))));
    }

    [Fact]
    public void Other_json_is_refused()
    {
        var refusal = Assert.Throws<CoercionException>(() => CustomScalars.Date.ParseJson(JsonSerializer.SerializeToElement(5)));
        Assert.Equal("Date expects a date such as \"2026-02-28\", found: 5", refusal.Message);
    }

    /// <summary>Neither while the document is validated, when nothing is known of them, nor later.</summary>
    [Theory]
    [InlineData("""{"v":"b"}""", "a b")]
    [InlineData("""{"v":null}""", "a -")]
    [InlineData("{}", "a c")]
    public async Task A_literal_that_a_scalar_reads_holds_no_variables(string variables, string expected)
    {
        var services = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>();
        var schema = new SchemaBuilder(services).AddScalar(new WordsScalar()).AddType(typeof(WordsQueries)).Build();

        Assert.Equal(
            $$$"""{"data":{"joined":"{{{expected}}}"}}""",
            await Answers.To(schema, """query ($v: String = "c") { joined(words: ["a", $v]) }""", variables));
    }

    private static string Outcome(ScalarType type, Func<object> read)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(SpecifiedScalarTests.Written(type, read()))!;
        }
        catch (CoercionException refusal)
        {
            return refusal.Message;
        }
    }
}

public sealed record Words(IReadOnlyList<string> All);

/// <summary>A list of strings and nulls, and of nothing else.</summary>
public sealed class WordsScalar() : ScalarType<Words>("Words")
{
    public override Words Parse(JsonElement value) => new([.. value.EnumerateArray().Select(word => word.GetString() ?? "-")]);

    public override Words Parse(ValueNode literal) => new([.. ((ListValueNode)literal).Values.Select(OfWord)]);

    public override void Write(Utf8JsonWriter writer, Words value) => writer.WriteStringValue(string.Join(' ', value.All));

    private static string OfWord(ValueNode word) => word switch
    {
        StringValueNode text => text.Value,
        NullValueNode => "-",
        _ => throw new CoercionException($"No word: {SyntaxPrinter.Print(word)}"),
    };
}

[QueryType]
public static class WordsQueries
{
    public static string Joined(Words words) => string.Join(' ', words.All);
}
