namespace R2P.Api.Tests.Attacks;

/// <summary>Every shape of request that is known to have brought a GraphQL server down, and some more.</summary>
internal static class AttackCorpus
{
    private const string Depth = "DEPTH_LIMIT_EXCEEDED";
    private const string Tokens = "TOKEN_LIMIT_EXCEEDED";
    private const string Fields = "FIELD_LIMIT_EXCEEDED";
    private const string Validation = "VALIDATION_LIMIT_EXCEEDED";
    private const string Invalid = "VALIDATION_FAILED";
    private const string Cost = "COST_LIMIT_EXCEEDED";
    private const string ListSize = "LIST_SIZE_LIMIT_EXCEEDED";

    public static IReadOnlyList<Attack> All { get; } = [.. Nesting(), .. Multiplying(), .. Quantities(), .. Validating(), .. Costs(), .. Noise()];

    /// <summary>A stack overflow can't be caught: it ends the process.</summary>
    private static IEnumerable<Attack> Nesting() =>
    [
        new("deep selections", Repeat("{ viewer ", 20_000), Depth),
        new("deep selections, just parsable", "{ __type(name: \"Query\") " + Repeat("{ ofType ", 80) + "{ name " + Repeat("}", 82), Depth),
        new("deep lists", "{ node(id: " + Repeat("[", 40_000), Depth),
        new("deep objects", "{ assessments(where: " + Repeat("{and:", 20_000), Depth),
        new("deep types", "query($v: " + Repeat("[", 40_000), Depth),
        new("deep fragments", "{ " + Repeat("... { ", 20_000), Depth),
        new(
            "deep fragments by name",
            "{ ...F0 } " + Each(200, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ") + "fragment F200 on Query { __typename }",
            Depth),
        new("deep defaults", "query($v: AssessmentFilterInput = " + Repeat("{not:", 20_000), Depth),
        new("deep lists in variables", "query($v: Int) { __typename }", Depth) { Variables = "{\"v\":" + Repeat("[", 40_000) + Repeat("]", 40_000) + "}", SocketClose = 4400 },
        new("deep objects in variables", "{ __typename }", Depth) { Variables = Repeat("{\"a\":", 20_000) + "1" + Repeat("}", 20_000), SocketClose = 4400 },
        new("deep extensions", "", Depth) { Body = "{\"query\":\"{ __typename }\",\"extensions\":" + Repeat("{\"a\":", 20_000) + "1" + Repeat("}", 20_001), SocketClose = 4400 },
    ];

    /// <summary>What grows when fragments are spread, or names are given.</summary>
    private static IEnumerable<Attack> Multiplying() =>
    [
        new("aliases", "{ " + Each(3_000, i => $"a{i}: __typename ") + "}", "ALIAS_LIMIT_EXCEEDED"),
        new("directives at one place", "{ __typename " + Repeat("@skip(if: false) ", 2_000) + "}", "DIRECTIVE_LIMIT_EXCEEDED"),
        new("directives everywhere", "{ " + Repeat("__typename @include(if: true) ", 1_500) + "}", "DIRECTIVE_LIMIT_EXCEEDED"),
        new(
            "fragments that double",
            "{ ...F0 } " + Each(50, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F50 on Query { __typename }",
            Fields),
        new(
            "fragments that double objects",
            "{ __type(name: \"Query\") { ...F0 } } "
                + Each(50, i => $"fragment F{i} on __Type {{ a: ofType {{ ...F{i + 1} }} b: ofType {{ ...F{i + 1} }} }} ") + "fragment F50 on __Type { name }",
            Depth),
        new("fragments that triple objects", "{ __type(name: \"Query\") { ...F0 } } " + Each(20, i => $"fragment F{i} on __Type {{ a: ofType {{ ...F{i + 1} }} b: ofType {{ ...F{i + 1} }} c: ofType {{ ...F{i + 1} }} }} ") + "fragment F20 on __Type { name }", Fields),
        new("one fragment a thousand times", "{ " + Repeat("...F ", 1_000) + "} fragment F on Query { " + Repeat("__typename ", 10) + "}", Fields),
        new("fragments in circles", "{ ...F0 } " + Each(1_000, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 1_000} }} "), Invalid),
        new("the same field", "{ " + Repeat("__typename ", 4_900) + "}", null),
    ];

    private static IEnumerable<Attack> Quantities() =>
    [
        new("a long list", "{ nodes(ids: [" + Repeat("\"a\" ", 10_000) + "]) { id } }", ListSize),
        new("a long list in variables", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ListSize) { Variables = "{\"ids\":[" + Repeat("\"a\",", 50_000) + "\"a\"]}" },
        new("values in variables", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "VARIABLE_LIMIT_EXCEEDED") { Variables = "{\"ids\":[]," + Each(30_000, i => $"\"v{i}\":0,") + "\"v\":0}" },
        new("unknown input fields", "query($f: AssessmentFilterInput) { assessments(where: $f) { totalCount } }", "BAD_USER_INPUT") { Variables = "{\"f\":{" + Each(9_000, i => $"\"u{i}\":0,") + "\"u\":0}}" },
        new("one input field again and again", "query($f: AssessmentFilterInput) { assessments(where: $f) { totalCount } }", "BAD_USER_INPUT") { Variables = "{\"f\":{" + Repeat("\"and\":0,", 9_000) + "\"and\":0}}" },
        new("a long string", "{ node(id: \"" + Repeat("long ", 150_000) + "\") { id } }", null),
        new("a long block string", "{ node(id: \"\"\"" + Repeat("  long\n", 100_000) + "\"\"\") { id } }", null),
        new("escapes", "{ node(id: \"" + Repeat("\\u{1F600}", 80_000) + "\") { id } }", null),
        new("a string without end", "{ node(id: \"" + Repeat("long ", 150_000), "SYNTAX_ERROR"),
        new("a long number", "{ assessments(first: 1" + Repeat("0", 500_000) + ") { totalCount } }", Invalid),
        new("a long number in variables", "query($n: Int) { assessments(first: $n) { totalCount } }", "BAD_USER_INPUT") { Variables = "{\"n\":1" + Repeat("0", 500_000) + "}" },
        new("a long name", "{ " + Repeat("name", 200_000) + " }", Invalid),
        new("a large body", "{ __typename } #" + Repeat("large", 300_000), "REQUEST_SIZE_LIMIT_EXCEEDED") { SocketClose = 1009 },
    ];

    /// <summary>The defence is not to become the attack.</summary>
    private static IEnumerable<Attack> Validating() =>
    [
        new("unknown fields", "{ " + Each(4_000, i => $"assessment{i} ") + "}", Validation),
        new("unknown arguments", "{ assessments(" + Each(4_000, i => $"firs{i}: 1 ") + ") { totalCount } }", Validation),
        new("unknown types", "{ " + Each(2_000, i => $"... on Assessment{i} {{ id }} ") + "}", Validation),
        new("unused fragments", "{ __typename } " + Each(1_500, i => $"fragment F{i} on Query {{ __typename }} "), Validation),
        new("unused variables", "query(" + Each(2_500, i => $"$v{i}: Int ") + ") { __typename }", Validation),
        new("operations", Each(2_500, i => $"query Q{i} {{ __typename }} "), "OPERATION_NOT_FOUND"),
        new("nameless operations", Repeat("{ __typename } ", 4_000), Validation),
        new("an argument again and again", "{ assessments(" + Repeat("first: 1 ", 4_000) + ") { totalCount } }", Invalid),
        new("fields with differing arguments", "{ " + Each(1_500, i => $"assessments(first: {i}) {{ totalCount }} ") + "}", Validation),
        new(
            "fields with differing arguments, in fragments",
            "{ " + Each(300, i => $"...F{i} ") + "} " + Each(300, i => $"fragment F{i} on Query {{ assessments(first: {i}) {{ nodes {{ id title }} }} }} "),
            Validation),
        new(
            "one conflict among equal fields",
            "{ " + Repeat("assessments(first: 1) { nodes { id } } ", 1_000) + "assessments(first: 2) { nodes { id } } }",
            Validation),
        new("sets of fragments that double", Doubling(20), Validation),
        new("a variable in its own default", "query($a: Int = $a) { __typename }", "SYNTAX_ERROR"),
        new("introspection in circles", "{ __schema { types " + Repeat("{ fields { type ", 12) + "{ name }" + Repeat(" } }", 12) + " } }", Invalid),
        new("type system definitions", Each(2_000, i => $"type T{i} {{ a: Int }} "), Validation),
    ];

    private static IEnumerable<Attack> Costs() =>
    [
        new("introspection again and again", "{ " + Each(100, i => $"a{i}: __schema {{ types {{ fields {{ args {{ type {{ name }} }} type {{ ofType {{ name }} }} }} inputFields {{ name }} }} }} ") + "}", Cost),
        new("pages of pages", "{ assessments(first: 200) { nodes { comments(first: 100) { nodes { answers { __typename } } } } } }", Cost),
        new("pages of pages by variables", "query($a: Int, $c: Int) { assessments(first: $a) { nodes { comments(first: $c) { nodes { answers { __typename } } } } } }", Cost) { Variables = "{\"a\":2147483647,\"c\":2147483647}" },
        new("the same list under many names", "{ " + Each(400, i => $"a{i}: assessments(first: 200) {{ nodes {{ id }} }} ") + "}", Cost),
    ];

    private static IEnumerable<Attack> Noise() =>
    [
        new("tokens", "{ " + Repeat("a ", 200_000), Tokens),
        new("brackets", Repeat("} ", 200_000), "SYNTAX_ERROR"),
        new("comments", Repeat("#\n", 300_000) + "{ __typename }", null),
        new("commas", Repeat(",", 900_000) + "{ __typename }", null),
        new("byte order marks", Repeat("\uFEFF", 100_000) + "{ __typename }", null),
        new("nothing", "", "SYNTAX_ERROR"),
        new("a batch", "", "BATCH_LIMIT_EXCEEDED") { Body = "[" + Repeat("{\"query\":\"{ __typename }\"},", 20_000) + "{}]", StreamCode = "BAD_REQUEST", SocketClose = 4400 },
        new("keys of a request", "", null) { Body = "{" + Each(60_000, i => $"\"k{i}\":0,") + "\"query\":\"{ __typename }\"}" },
    ];

    /// <summary>Going down by one name starts one more fragment on its way to the ground, by the other it doesn't: each path has a set of its own.</summary>
    private static string Doubling(int levels)
    {
        var document = "{ __type(name: \"Query\") { ...P0 } } ";
        for (var level = 0; level < levels; level++)
        {
            var next = level + 1;
            document += $"fragment P{level} on __Type {{ a: ofType {{ ...P{next} ...Q{next}x1 }} b: ofType {{ ...P{next} }} }} ";
            document += Each(
                level, age => $"fragment Q{level}x{age + 1} on __Type {{ a: ofType {{ ...Q{next}x{age + 2} }} b: ofType {{ ...Q{next}x{age + 2} }} }} ");
        }

        return document + $"fragment P{levels} on __Type {{ name }} " + Each(levels, age => $"fragment Q{levels}x{age + 1} on __Type {{ name }} ");
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string Each(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
}
