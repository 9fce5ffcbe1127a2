using System.Text.Json;
using FsCheck.Fluent;
using R2P.GraphQL.AspNetCore;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Tests.Execution;
using R2P.GraphQL.Tests.Validation;
using R2P.GraphQL.Validation;

namespace R2P.GraphQL.Tests.Fuzzing;

/// <summary>
/// Whatever text and variables arrive, the parser, the validator and the executor answer, with errors of their own at the worst: no exception, nothing
/// masked as internal, in time.
/// </summary>
public sealed class EngineFuzzTests
{
    private const string Data = """
        {"dog":{"__typename":"Dog","name":"Rex","barkVolume":3,"barks":true,"isHouseTrained":false,"owner":{"__typename":"Human","name":"Ama","pets":[null,{"__typename":"Cat","name":"Tom"}],"relatives":[],"iq":2},
          "mother":{"__typename":"Dog","name":"Fee","friends":[]},"friends":[{"__typename":"Cat","name":"Tom","meows":true}]},
         "pet":{"__typename":"Cat","name":"Tom","meowVolume":1},"catOrDog":{"__typename":"Dog","name":"Rex"},"alien":{"__typename":"Alien","home":"M"},
         "complicatedArgs":{},"dogs":[{"__typename":"Dog","name":"Rex"}]}
        """;

    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "$", "!", "...", "@", "=", "|", "&", "\"", "\"\"\"", "\\u", "#", ",", "\uFEFF", "-", "0", "1e400",
        "-9007199254740993", "99999999999",
        "query", "mutation", "subscription", "fragment", "on", "extend", "schema", "type", "null", "true", "$i", "$b", "$c", "$nope", "Q", "F0", "F1", "...F0",
        "...F1", "... on Dog",
        "@skip(if: $b)", "@include(if: $nope)", "@tag(name: \"t\")", "@onField", "@deprecated", "__typename", "__schema", "__type(name: \"Dog\")", "types",
        "fields", "ofType",
        "dog", "pet", "cat", "name", "mother", "friends(first: -1)", "complicatedArgs", "complexArgField", "complexArg: {", "oneOfArg: {",
        "isAtLocation(x: $i)", "Dog", "Human", "Nope",
    ];

    private static readonly string[] VariableSeeds =
    [
        """{"i":1,"b":false,"c":{"requiredField":true,"intField":4,"stringListField":["a",null],"nested":{"requiredField":false}}}""",
        """{"i":2147483648,"b":null,"c":{"unknown":[{}],"requiredField":"yes"}}""",
        """{"i":"1","c":[],"extra":{"a":[[[[1.5e308]]]],"\ud83d\ude00":"\u0000"}}""",
        "{}",
    ];

    private static readonly TestEngine Engine = new(ZooSchema.Instance);

    private static readonly object? Root = TestEngine.Value(JsonElement.Parse(Data));

    private static FsCheck.Gen<string> Operations { get; } =
        Gen.Choose(0, int.MaxValue).Select(seed => new RandomOperation(ZooSchema.Instance, seed).Write());

    [Fact]
    public void Noise_is_a_syntax_error_or_a_document() => Fuzz.Check(HostileTexts.Noise, 3_000, text => Parse(text));

    [Fact]
    public void What_parses_is_validated() => Fuzz.Check(HostileTexts.Mutants(Operations, Words), 3_000, text =>
    {
        if (Parse(text) is { } document)
        {
            var errors = DocumentValidator.Validate(ZooSchema.Instance, document, new GraphQLOptions());
            Assert.DoesNotContain(errors, error => error.Code == ErrorCodes.Internal);
        }
    });

    [Fact]
    public void Words_without_order_are_answered() => Fuzz.Check(HostileTexts.Soup(Words), 3_000, text => Answer(text, null));

    [Fact]
    public void Noise_is_answered() => Fuzz.Check(HostileTexts.Noise, 1_000, text => Answer(text, null));

    [Fact]
    public void Changed_operations_and_variables_are_answered()
    {
        var executed = 0;
        var cases = HostileTexts.Mutants(Operations, Words).Generator
            .Zip(HostileTexts.Mutants(Gen.Elements(VariableSeeds), ["{", "}", "[", "]", ",", ":", "null", "1e9", "\"c\"", "\"nested\""]).Generator);
        Fuzz.Check(cases.ToArbitrary(), 4_000, pair => executed += Answer(pair.Item1, pair.Item2) ? 1 : 0);

        Assert.True(executed > 100, $"Only {executed} operations were executed: the others never came that far.");
    }

    private static DocumentNode? Parse(HostileText text)
    {
        try
        {
            return Parser.Parse(new SourceText(text.Utf8));
        }
        catch (GraphQLException refusal)
        {
            Assert.True(refusal.Error.Code is ErrorCodes.SyntaxError or ErrorCodes.DepthLimitExceeded or ErrorCodes.TokenLimitExceeded, refusal.Error.Code);
            Assert.Single(refusal.Error.Locations);
            return null;
        }
    }

    /// <summary>Whether the operation was executed.</summary>
    private static bool Answer(HostileText query, HostileText? variables)
    {
        var result = Engine.ExecuteAsync(new GraphQLRequest { Query = query.Utf8, Variables = Json(variables), InitialValue = Root })
            .AsTask().GetAwaiter().GetResult();
        if (result is SubscriptionResult)
        {
            return true;
        }

        var answer = JsonElement.Parse(TestEngine.Text(result));
        var codes = answer.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString())
            : [];
        Assert.DoesNotContain(ErrorCodes.Internal, codes);
        return answer.TryGetProperty("data", out _);
    }

    /// <summary>As the transports read it; what they refuse counts as not given.</summary>
    private static JsonElement? Json(HostileText? text)
    {
        try
        {
            return text is null ? null : RequestJson.ParseMap(text.Utf8, "variables", new GraphQLOptions().MaxDepth);
        }
        catch (TransportException)
        {
            return null;
        }
    }
}
