using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Leaks;

/// <summary>What personas are shown when they look around.</summary>
internal sealed class Lookout(Contract contract, NetworkDatabase network, World world)
{
    private const string Own = "{ viewer { appointments { id office { id code } } } }";
    private const string Offices = "{ offices(first: 40) { nodes { id code holders { id person { id displayName } } } } }";

    private readonly string _lists = Lists(contract);

    /// <summary>Everybody looks around: first of all, at what is their own.</summary>
    public async Task LookAsync()
    {
        foreach (var persona in SamplePersonas.Names)
        {
            world.NoteOffices(persona, await network.AskAsync(persona, Own));
        }

        foreach (var ask in (string[])[Own, Offices, _lists])
        {
            foreach (var persona in SamplePersonas.Names)
            {
                world.Note(persona, await network.AskAsync(persona, ask));
            }
        }
    }

    /// <summary>A persona looks around, and reads what there is of a process.</summary>
    /// <returns>What they see for the first time.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(string persona, Course course)
    {
        await network.AskAsync(
            persona, "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on SharedDocument { title } } }", new { ids = course.Things.TakeLast(50) });
        return world.Note(persona, await network.AskAsync(persona, _lists));
    }

    private static string Lists(Contract contract)
    {
        var selections = new Selections(contract);
        var lists = contract["Query"].Fields
            .Where(field => !field.NeedsArguments && field.Takes("first") && field.Type.Name.EndsWith("Connection", StringComparison.Ordinal))
            .Select(field => (field.Name, Nodes: contract[Selections.NodesOf(contract[field.Type.Name])]))
            .Where(list => list.Nodes.Fields.Any(field => field.Name == "id"))
            .Select(list => $"{list.Name}(first: 10) {{ nodes {{ id {selections.WordsOf(list.Nodes.Name)} {Owner(list.Nodes)} }} }}");
        return $"{{ {string.Join(' ', lists)} }}";
    }

    private static string Owner(ContractType type) => type.Fields.Any(field => field.Name == "owner") ? "owner { id }" : "";
}
