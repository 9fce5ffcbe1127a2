using System.Text.Json;

namespace R2P.Schema.Tests.Leaks;

/// <summary>Does acts in personas' names, and keeps what came of them.</summary>
internal sealed class Acting(Contract contract, NetworkDatabase network, World world)
{
    private const int Mendings = 3;

    /// <summary>Whoever is appointed in these keeps it: without them nothing goes on.</summary>
    private static readonly string[] Lasting =
        ["ghana", "kenya", "kenya-contributor", "denmark", "au-desk", "un-desk", "secretariat", "civil-society-kenya"];

    private static readonly char[] Marks = [' ', '"', ',', '[', ']', '{', '}', ':'];

    /// <summary>Why an act was refused last.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    /// <summary>What could not be answered at all.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What was done, in order; the ids by what they are called here.</summary>
    public List<string> Script { get; } = [];

    /// <summary>The types of which acts made something.</summary>
    public HashSet<string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>How many requests it took.</summary>
    public int Requests { get; private set; }

    /// <summary>What was done to those things that a text names.</summary>
    public string Tell(string text)
    {
        var named = World.Named(text).Select(world.Labelled).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', Script.Where(line => line.Split(Marks).Any(named.Contains)).TakeLast(40));
    }

    public async Task<Outcome> TryAsync(Attempt attempt, string persona)
    {
        for (var i = 0; i < Mendings; i++)
        {
            if (!await attempt.SayAsync(world, thing => VersionAsync(persona, thing)) || EndsWhatLasts(attempt) || !await SetVersionAsync(attempt, persona))
            {
                return Outcome.Refused;
            }

            var answer = await network.AskAsync(persona, attempt.Act.Query, new { input = attempt.Input });
            Requests++;
            if (answer.ToString().Contains("\"INTERNAL\"", StringComparison.Ordinal))
            {
                Faults.Add($"{Line(attempt, persona)}\n{NetworkDatabase.Faults.Latest}");
                return Outcome.Refused;
            }

            if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
                || data.GetProperty(attempt.Act.Name) is not { ValueKind: JsonValueKind.Object } payload)
            {
                Refusals[attempt.Act.Name] = $"{Line(attempt, persona)} {answer}";
                return world.Learn(attempt.Act.InputName, answer) ? Outcome.Learnt : Outcome.Refused;
            }

            var errors = payload.GetProperty("errors");
            if (errors.GetArrayLength() == 0)
            {
                Note(attempt, persona, payload);
                return Outcome.Done;
            }

            Refusals[attempt.Act.Name] = $"{Line(attempt, persona)} {errors}";
            if (!attempt.Mend(errors))
            {
                return Outcome.Refused;
            }
        }

        return Outcome.Refused;
    }

    /// <summary>Adds a file to the latest document of a process.</summary>
    public async Task<bool> AttachAsync(Course course)
    {
        if (course.Latest(contract["SharedDocument"].PossibleTypes) is not { } document || world.OwnerOf(document) is not { } owner)
        {
            return false;
        }

        var file = await network.AttachAsync(owner, document);
        if (file is not null)
        {
            course.Note(world.Note(owner, JsonSerializer.SerializeToElement(new { id = file })));
            Script.Add(world.Labelled($"addAttachment by {owner}: {document}"));
        }

        return file is not null;
    }

    private void Note(Attempt attempt, string persona, JsonElement payload)
    {
        var made = world.Note(persona, payload);
        world.Concern(made, attempt.Input);
        attempt.Course?.Note(made);
        Made.UnionWith(made.Select(World.TypeOf).OfType<string>());
        Script.Add($"{Line(attempt, persona)}{(made.Count == 0 ? "" : $" → {world.Labelled(string.Join(' ', made))}")}");
    }

    private string Line(Attempt attempt, string persona) => world.Labelled($"{attempt.Act.Name} by {persona}: {attempt.Input.ToJsonString()}");

    /// <summary>Whether the act would take the network's life out of it.</summary>
    private bool EndsWhatLasts(Attempt attempt) =>
        attempt.Act.Name is "endAppointment" or "suspendAppointment" or "handOverOffice" && attempt.Step is null && attempt.Subject is { } id
        && Lasting.Contains(world.OwnerOf(id));

    /// <summary>The version that the persona sees; false if they see nothing, so that the act is refused anyhow.</summary>
    private async Task<bool> SetVersionAsync(Attempt attempt, string persona)
    {
        if (!attempt.Input.ContainsKey("version") || (attempt.Step?.Said.ContainsKey("version") ?? false)
            || attempt.Subject is not { } id || !HasVersion(id))
        {
            return true;
        }

        var seen = await VersionAsync(persona, id);
        attempt.Input["version"] = seen;
        return seen is not null;
    }

    private bool HasVersion(string id) =>
        contract.Types.FirstOrDefault(type => type.Name == World.TypeOf(id)) is { } known && known.Fields.Any(field => field.Name == "version");

    private async Task<int?> VersionAsync(string persona, string id)
    {
        var found = await network.AskAsync(persona, $"query($id: ID!) {{ node(id: $id) {{ ... on {World.TypeOf(id)} {{ version }} }} }}", new { id });
        return found.TryGetProperty("data", out var data) && data.GetProperty("node") is { ValueKind: JsonValueKind.Object } node
            ? node.GetProperty("version").GetInt32()
            : null;
    }
}
