using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One thing to ask.</summary>
internal sealed record Question(string Query, object? Variables = null);

/// <summary>
/// Everything that can be asked: each root field with all that its type shows, narrowed, ordered and as of moments in different ways; each id that
/// anybody was ever told, guessed.
/// </summary>
internal sealed class Questions(Contract contract, World world, IReadOnlyList<string> moments, int seed)
{
    private const int Depth = 2;
    private const int Guesses = 15;
    private static readonly string[] LeftOut = ["node", "nodes", "catalogue", "changeCursor", "changes", "digest", "recalls", "auditTrail", "__schema", "__type"];
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

        var node = _selections.Of("Node", Depth);
        foreach (var id in Guessed())
        {
            yield return new Question($"query($id: ID!) {{ node(id: $id) {node} }}", new { id });
        }
    }

    /// <summary>Some of the ids that anybody was ever told.</summary>
    private IEnumerable<string> Guessed() => world.Ids.OrderBy(_ => _random.Next()).Take(Guesses);

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
        var node = _selections.Of(Selections.NodesOf(contract[field.Type.Name]), Depth);
        var page = $"{{ totalCount nodes {node} pageInfo {{ hasNextPage hasPreviousPage }} }}";
        yield return new Question($"{{ {field.Name}(first: 40) {page} }}");
        yield return new Question($"{{ {field.Name}(last: 3) {page} }}");
        yield return new Question($"{{ {field.Name} {{ totalCount }} }}");
        if (field.Takes("asOf"))
        {
            foreach (var at in moments)
            {
                yield return new Question($"query($at: DateTime!) {{ {field.Name}(first: 20, asOf: $at) {page} }}", new { at });
            }
        }

        foreach (var condition in Conditions(field))
        {
            yield return new Question($"{{ {field.Name}(first: 20, where: {{ {condition} }}) {page} }}");
        }
    }

    private IEnumerable<string> Conditions(ContractMember field)
    {
        if (field.Arguments.FirstOrDefault(argument => argument.Name == "where") is not { } where)
        {
            yield break;
        }

        var filters = contract[where.Type.Name].Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        if (filters.Contains("status"))
        {
            yield return "status: { in: [PUBLISHED, OPEN, RAISED, RECORDED] }";
            yield return "status: { nin: [PUBLISHED, OPEN, RAISED, RECORDED] }";
        }

        if (filters.Contains("title"))
        {
            yield return "title: { contains: \"r\" }";
        }

        if (filters.Contains("country"))
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
        var inputs = new InputMaker(contract, _random, world, DateTimeOffset.UnixEpoch);
        return required is [{ Type.Name: "ID", Type.Item: null } id]
            ? Guessed().Take(3).Select(known => new Question(query, new JsonObject { [id.Name] = known }))
            : Enumerable.Range(0, 3).Select(_ => new Question(query, inputs.Arguments(required)));
    }
}
