using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// Nothing leaks by its absence: after a random sequence of acts, every answer to every persona equals that of a database from which what is hidden
/// from them was physically deleted: lists, counts, facets, the past, history, inbox, exports, errors, guessed ids, live changes.
/// </summary>
public sealed partial class LeakTests(LeakTests.Stories stories) : IClassFixture<LeakTests.Stories>
{
    private const int ShortStory = 60;

    private static readonly int[] Fixed = [1, 2];

    private static bool IsRepeated => Environment.GetEnvironmentVariable("R2P_TEST_SEED") is not null;

    private static bool IsLong => Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1";

    /// <summary>The leaks that are planted: a few; with <c>--long</c> all.</summary>
    public static TheoryData<string> Planted => [.. Mutants.All.Keys.Where(leaks => IsLong || leaks is "everything")];

    /// <summary>The same in each run; with <c>--long</c> others besides, for <c>R2P_LEAK_MINUTES</c> (10). <c>R2P_TEST_SEED</c> repeats one.</summary>
    private static IEnumerable<int> Seeds()
    {
        if (Environment.GetEnvironmentVariable("R2P_TEST_SEED") is { } one)
        {
            yield return int.Parse(one, CultureInfo.InvariantCulture);
            yield break;
        }

        foreach (var seed in Fixed)
        {
            yield return seed;
        }

        if (IsLong)
        {
            var end = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("R2P_LEAK_MINUTES") ?? "10", CultureInfo.InvariantCulture));
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < end)
            {
                yield return Random.Shared.Next();
            }
        }
    }

    [Fact]
    public async Task Every_answer_is_that_of_a_database_without_the_hidden_rows()
    {
        var (done, all) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var refusals = new Dictionary<string, string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var seed in Seeds())
        {
            var story = await stories.OfAsync(seed);
            var comparison = await story.CompareAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"{story.Report}; {comparison.Report}; left out: {string.Join("; ", story.Acted.LeftOut)}");

            wrong.AddRange(story.Acting.Faults.Append(comparison.Difference).OfType<string>().Select(what => $"seed {seed}: {what}"));
            if (IsLong && Fixed.Contains(seed) && (await story.CompareAsync(Mutants.OnlyTheSecondWall)).Difference is { } hole)
            {
                wrong.Add($"seed {seed}, with the policies alone: {hole}");
            }

            Assert.True(comparison.Filled * 2 >= comparison.Compared, comparison.Report);
            all.UnionWith(story.Acted.Kinds);
            done.UnionWith(story.Acted.Done.Keys);
            foreach (var (act, refusal) in story.Acting.Refusals)
            {
                refusals[act] = $"{act}, by seed {seed}: {refusal}";
            }

            await stories.ForgetAsync(seed);
        }

        Assert.True(wrong is [], string.Join("\n\n", wrong));
        string[] never = [.. all.Except(done).Order(StringComparer.Ordinal)];
        Assert.True(
            IsRepeated || never is [],
            $"Nobody ever did this (Processes.cs says how acts follow one another):\n{string.Join("\n", never.Select(Why))}");

        string Why(string act) => refusals.GetValueOrDefault(act, act);
    }

    [Fact]
    public async Task A_seed_tells_the_same_story_each_time()
    {
        var (first, second) = (await stories.PlayAsync(Fixed[1], IsLong ? null : ShortStory), await stories.PlayAsync(Fixed[1], IsLong ? null : ShortStory));

        Assert.Equal(first.Acting.Script.Select(Timeless), second.Acting.Script.Select(Timeless));
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_planted_leak_is_found(string leaks)
    {
        var story = await stories.OfAsync(Fixed[0]);

        var comparison = await story.CompareAsync(Mutants.All[leaks]);

        TestContext.Current.TestOutputHelper?.WriteLine($"{comparison.Report}; {comparison.Difference?[..Math.Min(comparison.Difference.Length, 1_500)]}");
        Assert.NotNull(comparison.Difference);
    }

    /// <summary>An act without its moments: those are today's.</summary>
    private static string Timeless(string act) => Moments().Replace(act, "…");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(T[^""]+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Moments();

    /// <summary>Each is played once for all who compare.</summary>
    public sealed class Stories(PostgresFixture postgres)
    {
        private readonly Dictionary<int, Story> _played = [];

        internal async Task<Story> OfAsync(int seed) =>
            _played.TryGetValue(seed, out var story) ? story : _played[seed] = await PlayAsync(seed);

        /// <summary>What nobody compares any more takes no room; a story that is the same in each run is kept for others.</summary>
        internal async Task ForgetAsync(int seed)
        {
            if (!Fixed.Contains(seed) && _played.Remove(seed, out var story))
            {
                await story.DropAsync();
            }
        }

        internal Task<Story> PlayAsync(int seed, int? acts = null) => Story.PlayAsync(postgres, seed, acts);
    }
}
