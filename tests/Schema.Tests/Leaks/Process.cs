using System.Globalization;
using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>One step of a process.</summary>
/// <param name="By">The persona who takes it; null: whoever can.</param>
/// <param name="Act">What is done.</param>
/// <param name="Said">
/// What has to be said; a field that is null is left out. In texts, <c>@kenya</c> is the office of that persona, <c>*Practice</c> the latest practice of the
/// process (<c>*Practice:1</c> the first, <c>*Practice:-2</c> the last but one), <c>#Practice</c> its version as the persona sees it, <c>~</c> the end of the
/// chapter.
/// </param>
internal sealed record Step(string? By, string Act, JsonObject Said)
{
    public static Step Read(string line)
    {
        var words = line.Split(' ', 3);
        return new Step(words[0] == "-" ? null : words[0], words[1], words.Length < 3 ? [] : JsonNode.Parse(words[2])!.AsObject());
    }
}

/// <summary>Acts that follow one another, each on what came of those before.</summary>
internal sealed record Process(IReadOnlyList<Step> Steps)
{
    /// <summary>Reads processes: a paragraph each, a step a line; an indented line goes on with the one before.</summary>
    public static IReadOnlyList<Process> Read(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Replace("\n    ", " ", StringComparison.Ordinal).Split("\n\n")
            .Select(paragraph => new Process([.. paragraph.Split('\n').Select(Step.Read)])),
    ];
}

/// <summary>A process under way: how far it is, and what came of it so far.</summary>
internal sealed class Course(Process process)
{
    /// <summary>Of these there are many that every process has to do with.</summary>
    private static readonly string[] Everybodys = ["Office", "Person"];

    private readonly List<string> _things = [];
    private int _taken;
    private int _refused;

    public Step? Next => _taken < process.Steps.Count ? process.Steps[_taken] : null;

    /// <summary>What came of it, in the order in which it came.</summary>
    public IReadOnlyList<string> Things => _things;

    public void Note(IEnumerable<string> things) => _things.AddRange(things.Except(_things, StringComparer.Ordinal));

    /// <summary>On to the next step; what was refused is tried once more, later, and then left out.</summary>
    /// <returns>Whether it was left out.</returns>
    public bool GoOn(bool isDone)
    {
        _refused = isDone ? 0 : _refused + 1;
        var isLeftOut = _refused > 1;
        if (isDone || isLeftOut)
        {
            (_taken, _refused) = (_taken + 1, 0);
        }

        return isLeftOut;
    }

    /// <summary>The latest thing of one of several types; null if there is none.</summary>
    public string? Latest(params IReadOnlyCollection<string> types) => _things.LastOrDefault(
        thing => World.TypeOf(thing) is { } type && !Everybodys.Contains(type) && types.Contains(type, StringComparer.OrdinalIgnoreCase));

    /// <summary>What <c>Practice</c>, <c>Practice:1</c>, <c>Practice:-2</c> stand for; null if there is no such thing.</summary>
    public string? Find(string name)
    {
        var (type, place) = name.Split(':') is [var named, var number] ? (named, int.Parse(number, CultureInfo.InvariantCulture)) : (name, -1);
        var all = _things.FindAll(thing => World.TypeOf(thing) == type);
        var index = place < 0 ? all.Count + place : place - 1;
        return index >= 0 && index < all.Count ? all[index] : null;
    }
}
