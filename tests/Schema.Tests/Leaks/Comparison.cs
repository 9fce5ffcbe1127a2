using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace R2P.Schema.Tests.Leaks;

/// <summary>What was compared, and the first answer that differs.</summary>
/// <param name="tell">What the story tells of those things that a text names.</param>
internal sealed class Comparison(Func<string, string> tell)
{
    private const int Longest = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _spent = [];
    private readonly SortedDictionary<int, string> _differences = [];

    public long Started { get; } = Stopwatch.GetTimestamp();

    public TimeSpan Took { get; set; }

    /// <summary>How many answers were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How many of them say anything.</summary>
    public int Filled { get; private set; }

    /// <summary>The first of the answers that differ, of the first persona to whom one does; null if there is none.</summary>
    public string? Difference
    {
        get
        {
            lock (_lock)
            {
                return _differences.Count == 0 ? null : _differences.First().Value;
            }
        }
    }

    public string Report => string.Create(CultureInfo.InvariantCulture, $"{Compared} answers compared in {Took.TotalSeconds:F0} s, {Speed}");

    private string Speed => string.Create(
        CultureInfo.InvariantCulture,
        $"{2 * Compared / Took.TotalMinutes:F0} queries a minute, {100.0 * Filled / Math.Max(1, Compared):F0} % of them filled ({string.Join(", ", Spent)})");

    private IEnumerable<string> Spent => _spent.Select(spent => string.Create(CultureInfo.InvariantCulture, $"{spent.Key} {spent.Value.TotalSeconds:F0} s"));

    public void Spend(string on, long since)
    {
        lock (_lock)
        {
            _spent[on] = _spent.GetValueOrDefault(on) + Stopwatch.GetElapsedTime(since);
        }
    }

    /// <summary>Whether an answer to this persona differs already.</summary>
    public bool Differs(int index)
    {
        lock (_lock)
        {
            return _differences.ContainsKey(index);
        }
    }

    /// <summary>Takes up two answers. What nobody can answer is as bad as an answer that differs.</summary>
    public void Add(Sides asked, Question question, bool says, string full, string without)
    {
        var fault = full.Contains("\"INTERNAL\"", StringComparison.Ordinal) ? NetworkDatabase.Faults.Latest : "";
        lock (_lock)
        {
            Compared++;
            Filled += says ? 1 : 0;
            if (full != without || fault.Length > 0)
            {
                _differences.TryAdd(asked.Index, $"{asked.Persona ?? "nobody"}: {fault}{Describe(question, full, without)}");
            }
        }
    }

    private string Describe(Question question, string full, string without)
    {
        var variables = JsonSerializer.Serialize(question.Variables);
        return $"""
            {question.Export} {question.Query}
            {variables}
            {Parting(full, without)}
            {tell(variables + Around(full, without, full) + Around(full, without, without))}
            all, with what is hidden:    {full[..Math.Min(full.Length, Longest)]}
            all, without what is hidden: {without[..Math.Min(without.Length, Longest)]}
            """;
    }

    /// <summary>Where two answers part.</summary>
    private static string Parting(string full, string without) =>
        $"with what is hidden:    …{Around(full, without, full)}…\nwithout what is hidden: …{Around(full, without, without)}…";

    private static string Around(string full, string without, string text)
    {
        var place = Math.Min(full.Zip(without).TakeWhile(pair => pair.First == pair.Second).Count(), text.Length);
        return text[Math.Max(0, place - 400)..Math.Min(text.Length, place + 300)];
    }
}
