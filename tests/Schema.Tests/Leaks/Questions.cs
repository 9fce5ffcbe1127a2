using System.Globalization;
using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One thing to ask: a query, or all of a list as an export in a format.</summary>
internal sealed record Question(string Query, object? Variables = null, string? Export = null);

/// <summary>
/// Everything that can be asked: each root field with all that its type shows, narrowed, ordered and as of moments in different ways; each list as an
/// export; each id that anybody was ever told, guessed.
/// </summary>
internal sealed class Questions(Contract contract, World world, IReadOnlyList<DateTimeOffset> moments, int seed)
{
    private const int Depth = 2;
    private const int Guesses = 12;
    private const int GuessesAtOnce = 60;
    private const int Searches = 12;

    /// <summary>
    /// What is the same for all, is the machinery of paging, or is asked elsewhere (<c>changes</c>); and who has read what: an owner's recalls and the
    /// auditor's trail tell of readings by others on purpose, and each question here is a reading.
    /// </summary>
    private static readonly string[] LeftOut = ["node", "nodes", "catalogue", "changeCursor", "changes", "search", "recalls", "auditTrail", "__schema", "__type"];

    private readonly Random _random = new(seed);
    private readonly Selections _selections = new(contract);

    public IEnumerable<Question> All()
    {
        foreach (var field in contract["Query"].Fields.Where(field => !LeftOut.Contains(field.Name)))
        {
            foreach (var question in Of(field))
            {
                yield return question;
            }
        }

        foreach (var question in Found().Concat(Guessed()))
        {
            yield return question;
        }
    }

    private IEnumerable<Question> Guessed()
    {
        var ids = world.Ids.OrderBy(_ => _random.Next()).ToArray();
        foreach (var id in ids.Take(Guesses))
        {
            yield return new Question(
                $"query($id: ID!) {{ node(id: $id) {{ id ... on {World.TypeOf(id)} {_selections.Of(World.TypeOf(id)!, Depth)} }} }}", new { id });
        }

        foreach (var some in ids.Chunk(GuessesAtOnce).Take(Guesses))
        {
            var types = some.Select(World.TypeOf)
                .OfType<string>().Distinct(StringComparer.Ordinal).Select(type => Selections.Aliased(type, _selections.Of(type, 0)));
            yield return new Question($"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ id {string.Join(' ', types)} }} }}", new { ids = some });
        }
    }

    private IEnumerable<Question> Found()
    {
        var page = _selections.Of("SearchConnection", 2);
        var inputs = new InputMaker(contract, _random, world, moments[0]);
        var text = contract["Query"].Fields.Single(field => field.Name == "search");
        string[] narrowings = ["", ", where: { status: { in: [PUBLISHED, OPEN, RAISED, RECORDED] } }", ", kinds: [PRACTICE, ALERT, ASSESSMENT]", ", countries: [\"KEN\"]"];
        for (var i = 0; i < Searches; i++)
        {
            yield return new Question(
                $"query($text: String!) {{ search(text: $text, first: 10{narrowings[i % narrowings.Length]}) {page} }}",
                inputs.Arguments(text, text.Arguments.Where(argument => argument.Name == "text")));
        }

        foreach (var at in moments)
        {
            var arguments = inputs.Arguments(text, text.Arguments.Where(argument => argument.Name == "text"));
            arguments["at"] = at.ToString("O", CultureInfo.InvariantCulture);
            yield return new Question($"query($text: String!, $at: DateTime!) {{ search(text: $text, first: 10, asOf: $at) {page} }}", arguments);
        }
    }

    private IEnumerable<Question> Of(ContractMember field)
    {
        if (field.NeedsArguments)
        {
            return WithArguments(field);
        }

        return contract[field.Type.Name].Name.EndsWith("Connection", StringComparison.Ordinal)
            ? Lists(field)
            : [new Question($"{{ {field.Name} {_selections.Of(field.Type.Name, Depth)} }}")];
    }

    private IEnumerable<Question> Lists(ContractMember field)
    {
        var type = Selections.NodesOf(contract[field.Type.Name]);
        var page = $"{{ totalCount nodes {_selections.Of(type, Depth)} pageInfo {{ hasNextPage hasPreviousPage }} }}";
        var brief = $"{{ totalCount nodes {_selections.Of(type, 1)} pageInfo {{ hasNextPage hasPreviousPage }} }}";
        yield return new Question($"{{ {field.Name}(first: 20) {page} }}");
        yield return new Question($"{{ {field.Name}(last: 3) {page} }}");
        yield return new Question($"{{ {field.Name} {{ totalCount }} }}");
        yield return new Question(
            $"{{ {field.Name} {{ nodes {_selections.Of(type, 0)} }} }}", Export: _random.Next(2) == 0 ? "text/csv" : "application/x-ndjson");
        if (field.Takes("asOf"))
        {
            foreach (var at in moments)
            {
                yield return new Question(
                    $"query($at: DateTime!) {{ {field.Name}(first: 20, asOf: $at) {brief} }}", new { at = at.ToString("O", CultureInfo.InvariantCulture) });
            }
        }

        foreach (var condition in Conditions(field))
        {
            yield return new Question($"{{ {field.Name}(first: 20, where: {{ {condition} }}) {brief} }}");
        }
    }

    private IEnumerable<string> Conditions(ContractMember field)
    {
        if (field.Arguments.FirstOrDefault(argument => argument.Name == "where") is not { } where)
        {
            yield break;
        }

        var filters = contract[where.Type.Name].Inputs.ToDictionary(input => input.Name, input => input.Type.Name, StringComparer.Ordinal);
        if (filters.GetValueOrDefault("status") == "DocumentStatusFilterInput")
        {
            yield return "status: { in: [PUBLISHED, OPEN, RAISED, RECORDED] }";
            yield return "status: { nin: [PUBLISHED, OPEN, RAISED, RECORDED] }";
        }

        if (filters.ContainsKey("title"))
        {
            yield return "title: { contains: \"r\" }";
        }

        if (filters.GetValueOrDefault("country") == "StringFilterInput")
        {
            yield return "country: { eq: \"KEN\" }";
        }
    }

    /// <summary>A field that has to be told something: an id of each kind that there is, a word, a code.</summary>
    private IEnumerable<Question> WithArguments(ContractMember field)
    {
        var required = field.Arguments.Where(argument => argument.Type.IsRequired).ToArray();
        var parameters = string.Join(", ", required.Select(argument => $"${argument.Name}: {argument.Type.Text}"));
        var arguments = string.Join(", ", required.Select(argument => $"{argument.Name}: ${argument.Name}"));
        var type = contract[field.Type.Name];
        var selection = type.Name.EndsWith("Connection", StringComparison.Ordinal)
            ? $"{{ totalCount nodes {_selections.Of(Selections.NodesOf(type), 1)} }}"
            : _selections.Of(type.Name, Depth);
        var query = $"query({parameters}) {{ {field.Name}({arguments}) {selection} }}";
        var inputs = new InputMaker(contract, _random, world, moments[0]);
        return required is [{ Type: { Name: "DateTime", Item: null } } since]
            ? moments.Select(at => new Question(query, new JsonObject { [since.Name] = at.ToString("O", CultureInfo.InvariantCulture) }))
            : required is [{ Name: "id" }]
                ? world.Ids.OrderBy(_ => _random.Next()).Take(6).Select(known => new Question(query, new JsonObject { ["id"] = known }))
                : Enumerable.Range(0, 4).Select(_ => new Question(query, inputs.Arguments(field, required)));
    }
}
