using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using R2P.GraphQL;

namespace R2P.Schema.Tests.Leaks;

/// <summary>What there is by now: every id that anybody was told, by type, with who was told it.</summary>
internal sealed partial class World
{
    /// <summary>What is acted on is one of the latest of its type: what came before has often come to its end.</summary>
    private const int Latest = 8;

    private readonly Dictionary<string, List<(string Id, string Persona)>> _things = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _offices = [];
    private readonly Dictionary<string, string> _holders = [];
    private readonly Dictionary<string, string[]> _concerned = [];
    private readonly Dictionary<(string Input, string Field), string[]> _expected = [];

    /// <summary>Every id, in the order in which they came up.</summary>
    public IReadOnlyList<string> Ids => [.. _things.Values.SelectMany(things => things).Select(thing => thing.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The types of which there is something.</summary>
    public IEnumerable<string> Types => _things.Keys;

    /// <summary>Every title that anybody was told.</summary>
    public IReadOnlyList<string> Titles => [.. _titles];

    /// <summary>A thing of a type, or of one whose name ends like this: <c>comment</c> for a <c>Comment</c>.</summary>
    public string? Pick(Random random, string type)
    {
        var fitting = _things.TryGetValue(type, out var exact)
            ? [.. exact]
            : _things.Where(things => things.Key.EndsWith(type, StringComparison.OrdinalIgnoreCase)).SelectMany(things => things.Value).ToArray();
        var latest = type is "Office" or "Person" ? fitting.Length : Latest;
        return fitting.Length == 0 ? null : fitting[random.Next(Math.Max(0, fitting.Length - latest), fitting.Length)].Id;
    }

    /// <summary>A thing of one of several types.</summary>
    public string? AnyOf(Random random, IReadOnlyList<string> types)
    {
        var known = types.Where(_things.ContainsKey).ToArray();
        return known.Length == 0 ? null : Pick(random, known[random.Next(known.Length)]);
    }

    public string? Any(Random random)
    {
        var all = Ids;
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }

    /// <summary>Who holds the office that a thing belongs to; or who was told of it first.</summary>
    public string? OwnerOf(string id) => _offices.TryGetValue(id, out var office) && _holders.TryGetValue(office, out var holder)
        ? holder
        : _things.Values.SelectMany(things => things).Where(thing => thing.Id == id).Select(thing => thing.Persona).FirstOrDefault();

    /// <summary>The office of a persona.</summary>
    public string? OfficeOf(string persona) => _holders.Where(held => held.Value == persona).Select(held => held.Key).FirstOrDefault();

    /// <summary>A text in which each id is what it is called here, by its type and its place among those that came up: the same in each run.</summary>
    public string Labelled(string text) => Identifiers().Replace(text, match => _labels.GetValueOrDefault(match.Value, match.Value));

    /// <summary>The ids that a text names.</summary>
    public static IEnumerable<string> Named(string text) => Identifiers().Matches(text).Select(match => match.Value).Where(id => TypeOf(id) is not null);

    /// <summary>Whose offices were named when a thing was made.</summary>
    public IReadOnlyList<string> ConcernedBy(string id) => _concerned.GetValueOrDefault(id) ?? [];

    /// <summary>Notes whose offices were named when things were made.</summary>
    public void Concern(IReadOnlyList<string> made, JsonNode input)
    {
        string[] concerned = [.. Named(input).Select(office => _holders.GetValueOrDefault(office)).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var id in made)
        {
            _concerned[id] = concerned;
        }
    }

    private static IEnumerable<string> Named(JsonNode? input) => input switch
    {
        JsonObject fields => fields.SelectMany(field => Named(field.Value)),
        JsonArray items => items.SelectMany(Named),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    /// <summary>The types of which an id has to be, if a refusal has told it.</summary>
    public string[]? Expected(string input, string field) => _expected.GetValueOrDefault((input, field));

    /// <summary>Whether an answer tells of which type an id should have been.</summary>
    public bool Learn(string input, JsonElement answer)
    {
        var told = ExpectedId().Match(answer.GetProperty("errors").ToString().Replace("\\\"", "\"", StringComparison.Ordinal));
        return told.Success && _expected.TryAdd((input, told.Groups["field"].Value), told.Groups["types"].Value.Split(" or "));
    }

    /// <summary>Which offices a persona holds.</summary>
    public void NoteOffices(string persona, JsonElement answer)
    {
        foreach (var appointment in answer.GetProperty("data").GetProperty("viewer").GetProperty("appointments").EnumerateArray())
        {
            _holders.TryAdd(appointment.GetProperty("office").GetProperty("id").GetString()!, persona);
        }
    }

    public static string? TypeOf(string id) => NodeId.TryParse(id, out var node) ? node.TypeName : null;

    /// <summary>Takes up every id in an answer.</summary>
    /// <returns>Those that were not known yet.</returns>
    public IReadOnlyList<string> Note(string persona, JsonElement answer)
    {
        var found = new List<string>();
        Note(persona, answer, found);
        return found;
    }

    private void Note(string persona, JsonElement answer, List<string> found)
    {
        switch (answer.ValueKind)
        {
            case JsonValueKind.Object:
                NoteOwner(answer);
                foreach (var property in answer.EnumerateObject())
                {
                    Note(persona, property.Value, found);
                    if (property.Name == "title" && property.Value.ValueKind == JsonValueKind.String)
                    {
                        _titles.Add(property.Value.GetString()!);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in answer.EnumerateArray().OrderBy(Content, StringComparer.Ordinal))
                {
                    Note(persona, item, found);
                }

                break;
            case JsonValueKind.String when TypeOf(answer.GetString()!) is { } type:
                NoteId(persona, type, answer.GetString()!, found);
                break;
        }
    }

    private void NoteOwner(JsonElement answer)
    {
        if (answer.TryGetProperty("id", out var id) && answer.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.Object)
        {
            _offices[id.GetString()!] = owner.GetProperty("id").GetString()!;
        }
    }

    private void NoteId(string persona, string type, string id, List<string> found)
    {
        var things = _things.TryGetValue(type, out var known) ? known : _things[type] = [];
        if (_labels.TryAdd(id, $"{type}#{things.Count + 1}"))
        {
            things.Add((id, persona));
            found.Add(id);
        }
    }

    /// <summary>What an item of a list says, but for what differs from run to run: new ids decide over nothing, not even over an order.</summary>
    private string Content(JsonElement item) => Identifiers().Replace(
        item.GetRawText(), match => _labels.GetValueOrDefault(match.Value) ?? (TypeOf(match.Value) is null ? match.Value : ""));

    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{44,}(?![A-Za-z0-9_-])", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Identifiers();

    [GeneratedRegex("\"(?<field>\\w+)\" expects an ID of type (?<types>[\\w ]+), found", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExpectedId();
}
