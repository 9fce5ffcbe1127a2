using System.Globalization;
using System.Text;
using R2P.GraphQL.Tests.Execution;
using R2P.GraphQL.Tests.Validation;

namespace R2P.GraphQL.Tests.Limits;

/// <summary>Runs by itself: it measures the process.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>
/// What a request takes grows no faster than the request: with all limits raised, eight times the document may cost little more than eight
/// times the CPU. So no limit hides an algorithm that would make a document below it slow.
/// </summary>
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests
{
    private const int Largest = 8;
    private const int MinRounds = 2;
    private const int MaxRounds = 40;

    /// <summary>The factor by which a part of a large document may cost more than that of a small one: caches and garbage have their share.</summary>
    private const double Tolerance = 2;

    private static readonly TestEngine Engine = new(ZooSchema.Instance, new GraphQLOptions
    {
        MaxTokens = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxListItems = int.MaxValue,
        MaxVariableValues = int.MaxValue,
        MaxTypeCost = int.MaxValue,
        MaxFieldCost = int.MaxValue,
        MaxValidationSteps = int.MaxValue,
        PlanCacheSize = 0,
    });

    /// <summary>
    /// In a document, "…" stands for the part, repeated; in each, # is its number and ## the next. Where one text grows, the least
    /// is large already: memory for large objects is fresh memory, which costs more a byte than that for small ones.
    /// </summary>
    public static TheoryData<string, string, string, int> Shapes => new()
    {
        { "aliases", "{ … }", "a#: __typename ", 400 },
        { "aliased objects", "{ … }", "a#: dog { name } ", 200 },
        { "aliases with arguments", "{ dog { … } }", "a#: isAtLocation(x: #, y: 1) ", 200 },
        { "the same field", "{ dog { … } }", "name ", 400 },
        { "the same object", "{ … }", "dog { name mother { name } } ", 200 },
        { "the same field with equal arguments", "{ dog { … } }", "isAtLocation(x: 1, y: 2) ", 200 },
        { "repeatable directives", "{ dog { name … } }", "@tag(name: \"#\") ", 400 },
        { "a directive that is none", "{ dog { name … } }", "@nope ", 400 },
        { "a directive too often", "{ dog { name … } }", "@onField ", 400 },
        { "skips", "{ dog { … } }", "a#: name @skip(if: true) ", 400 },
        { "variables of conditions", "query(… ) { dog { name } }", "$v#: Boolean = true ", 400 },
        { "unknown fields", "{ dog { … } }", "nam# ", 400 },
        { "unknown arguments", "{ dog { … } }", "a#: isAtLocation(z#: 1) ", 200 },
        { "unknown types", "{ dog { … } }", "... on Dogg# { name } ", 200 },
        { "unknown fragments", "{ dog { … } }", "...F# ", 400 },
        { "unknown variables", "{ dog { … } }", "a#: isAtLocation(x: $v#) ", 200 },
        { "conflicts", "{ dog { … } }", "isAtLocation(x: #) ", 200 },
        { "inline fragments", "{ dog { … } }", "... on Dog { name } ... on Pet { name } ", 200 },
        { "fragments of every type", "{ pet { … } }", "... on Dog { a#: name } ... on Cat { a#: name } ", 200 },
        { "one fragment everywhere", "{ … } fragment F on Dog { name mother { name } }", "a#: dog { ...F } ", 200 },
        { "one fragment again and again", "{ dog { … } } fragment F on Dog { name mother { name } }", "...F ", 400 },
        { "unused fragments", "{ dog { name } } …", "fragment F# on Dog { name } ", 200 },
        { "used fragments", "{ dog { name … } } …", "...F# \u0001fragment F# on Dog { name }", 100 },
        { "a chain of fragments", "{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { ...F## } ", 200 },
        { "fragments that double", "{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { ...F## ... on Dog { ...F## } } ", 7 },
        { "objects that double", "{ dog { ...F0 } } fragment F% on Dog { name } …", "fragment F# on Dog { mother { ...F## } father { ...F## } } ", 3 },
        { "a cycle of fragments", "{ dog { ...F0 } } fragment F% on Dog { ...F0 } …", "fragment F# on Dog { ...F## } ", 200 },
        { "cycles of fragments", "{ dog { ...F0 } } …", "fragment F# on Dog { ...F# ...F0 } ", 200 },
        { "operations", "query X { dog { name } } …", "query Q# { dog { name } } ", 200 },
        { "operations of one name", "query X { dog { name } } …", "query Q { dog { name } } ", 200 },
        { "unused variables", "query(…) { dog { name } }", "$v#: Int ", 400 },
        { "variables of one name", "query(…) { dog { name } }", "$v: Int ", 400 },
        { "a list", "{ complicatedArgs { stringListArgField(stringListArg: […]) } }", "\"#\" ", 400 },
        { "a list of what it may not hold", "{ complicatedArgs { stringListArgField(stringListArg: […]) } }", "# ", 400 },
        { "lists in lists", "{ complicatedArgs { anythingArgField(anything: […]) } }", "[[[[[[[[#]]]]]]]] ", 100 },
        { "an object", "{ complicatedArgs { anythingArgField(anything: {…}) } }", "a#: # ", 400 },
        { "an object with one key", "{ complicatedArgs { anythingArgField(anything: {…}) } }", "a: # ", 400 },
        { "unknown input fields", "{ complicatedArgs { complexArgField(complexArg: {requiredField: true …}) } }", " u#: 1", 100 },
        { "introspection", "{ __schema { … } }", "a#: queryType { name } ", 200 },
        { "a string", "{ complicatedArgs { stringArgField(stringArg: \"…\") } }", "long ", 20_000 },
        { "escapes", "{ complicatedArgs { stringArgField(stringArg: \"…\") } }", "\\n\\u{1F600}\\u00e9", 20_000 },
        { "a string without end", "{ complicatedArgs { stringArgField(stringArg: \"…", "long ", 20_000 },
        { "a block string", "{ complicatedArgs { stringArgField(stringArg: \"\"\"…\"\"\") } }", "   line #\n", 1_000 },
        { "quotes in a block string", "{ complicatedArgs { stringArgField(stringArg: \"\"\"…\"\"\") } }", "\\\"\"\" \" ", 1_000 },
        { "empty lines in a block string", "{ complicatedArgs { stringArgField(stringArg: \"\"\"…\"\"\") } }", "\n", 20_000 },
        { "comments", "{ dog { name } } …", "\u0002 comment\n", 2_000 },
        { "commas", "{ dog { name } } …", ", ", 5_000 },
        { "byte order marks", "{ dog { name } } …", "\uFEFF", 5_000 },
        { "a long name", "{ dog { … } }", "name", 25_000 },
        { "a long number", "{ complicatedArgs { floatArgField(floatArg: 1…) } }", "123", 20_000 },
        { "brackets", "{ dog { name } …", "] ", 2_000 },
        { "descriptions", "…", "\"d\" query Q# { dog { name } } ", 200 },
    };

    /// <summary>The same of variables; the document takes one of type ComplexInput.</summary>
    public static TheoryData<string, string, string, int> Variables => new()
    {
        { "a list", "{\"v\":{\"requiredField\":true,\"stringListField\":[…0]}}", "\"#\",", 400 },
        { "a list of what it may not hold", "{\"v\":{\"requiredField\":true,\"stringListField\":[…0]}}", "#,", 400 },
        { "unknown fields", "{\"v\":{…\"requiredField\":true}}", "\"u#\":#,", 100 },
        { "one field", "{\"v\":{…\"requiredField\":true}}", "\"intField\":#,", 400 },
        { "unknown variables", "{…\"v\":{\"requiredField\":true}}", "\"u#\":[#],", 400 },
        { "a long string", "{\"v\":{\"requiredField\":\"…\"}}", "long ", 20_000 },
        { "objects in objects", "{\"v\":{\"requiredField\":true,\"stringListField\":[…0]}}", "{\"a\":{\"b\":{\"c\":[#]}}},", 100 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_document(string shape, string frame, string part, int times)
    {
        byte[] Document(int factor) => Encoding.UTF8.GetBytes(Repeat(frame, part, times * factor));
        AssertLinear(shape, factor => new GraphQLRequestText(Document(factor), null));
    }

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_value(string shape, string frame, string part, int times)
    {
        var query = Encoding.UTF8.GetBytes("query($v: ComplexInput) { complicatedArgs { complexArgField(complexArg: $v) } }");
        AssertLinear(shape, factor => new GraphQLRequestText(query, Repeat(frame, part, times * factor)));
    }

    /// <summary>
    /// The same amount of input in eight documents, four, two and one. What else runs only ever adds time: the least of several rounds counts.
    /// </summary>
    private static void AssertLinear(string shape, Func<int, GraphQLRequestText> build)
    {
        int[] factors = [1, 2, 4, Largest];
        var requests = Array.ConvertAll(factors, factor => build(factor));
        var least = new double[factors.Length];
        for (var round = -2; round < MaxRounds; round++)
        {
            for (var i = 0; i < factors.Length; i++)
            {
                var time = Measure(requests[i], Largest / factors[i]);
                least[i] = round <= 0 ? time : Math.Min(least[i], time);
            }

            if (round >= MinRounds && IsLinear(least))
            {
                return;
            }
        }

        var figures = factors.Select((factor, i) => string.Create(CultureInfo.InvariantCulture, $"{factor}n: {least[i]:0.00} ms"));
        Assert.Fail($"{shape}: {string.Join(", ", figures)} for the same amount of input.");
    }

    private static bool IsLinear(double[] times) => times.All(time => time <= (times[0] * Tolerance) + 0.5);

    private static double Measure(GraphQLRequestText request, int times)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            _ = TestEngine.Text(request.Run(Engine));
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static string Repeat(string frame, string part, int times)
    {
        var halves = part.Split('\u0001');
        foreach (var half in halves)
        {
            var repeated = string.Concat(Enumerable.Range(0, times).Select(index => half
                .Replace("##", $"{index + 1}", StringComparison.Ordinal)
                .Replace("#", $"{index}", StringComparison.Ordinal)));
            var place = frame.IndexOf('…', StringComparison.Ordinal);
            frame = string.Concat(frame.AsSpan(0, place), repeated, frame.AsSpan(place + 1));
        }

        return frame.Replace('\u0002', '#').Replace("%", $"{times}", StringComparison.Ordinal);
    }

    private sealed record GraphQLRequestText(byte[] Query, string? Variables)
    {
        public GraphQL.Execution.OperationResult Run(TestEngine engine)
        {
            using var variables = Variables is null ? null : System.Text.Json.JsonDocument.Parse(Variables);
            return engine.ExecuteAsync(new GraphQL.Execution.GraphQLRequest
            {
                Query = Query,
                Variables = variables?.RootElement,
                OperationName = Query.AsSpan().StartsWith("query X"u8) ? "X" : null,
            }).AsTask().GetAwaiter().GetResult();
        }
    }
}
