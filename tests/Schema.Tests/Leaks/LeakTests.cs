using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// Nothing leaks by its absence: after a random sequence of acts, every answer to every persona equals that of a database from which what is hidden
/// from them was physically deleted: lists, counts, facets, the past, history, inbox, exports, errors, guessed ids, live changes.
/// </summary>
public sealed class LeakTests(LeakTests.Stories stories) : IClassFixture<LeakTests.Stories>
{
    private static readonly int[] Fixed = [1, 2, 3];

    /// <summary>What no sequence here can do, and why.</summary>
    private static readonly Dictionary<string, string> OutOfReach = new(StringComparer.Ordinal)
    {
        ["removeAttachment"] = "files come by an endpoint of their own",
    };

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

        if (Environment.GetEnvironmentVariable("R2P_TEST_LONG") == "1")
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
        var done = new HashSet<string>(StringComparer.Ordinal);
        var never = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in Seeds())
        {
            var story = await stories.OfAsync(seed);
            var comparison = await story.CompareAsync(withoutPredicate: false);
            done.UnionWith(story.Acted.Done.Keys);
            never.UnionWith(story.Acted.NeverDone);
            var report = $"seed {seed}: {story.Acted.Done.Values.Sum()} acts of {story.Acted.Done.Count} kinds of {story.Known} in {story.Played.TotalSeconds:F0} s ({story.Acted.Requests} requests); {comparison.Report}; never done: {string.Join(", ", story.Acted.NeverDone)}";
            TestContext.Current.TestOutputHelper?.WriteLine(report);
            if (Environment.GetEnvironmentVariable("R2P_LEAK_TRACE") is { } trace)
            {
                File.AppendAllText(trace, $"{report}\n{comparison.Difference}\nMISSING {string.Join(",", story.Missing)}\nFAULTS {string.Join("\n", story.Acted.Faults)}\n{string.Join("\n", story.Acted.NeverDone.Select(n => $"NEVER {n}: {story.Acted.Tried.GetValueOrDefault(n)} {story.Acted.Refusals.GetValueOrDefault(n)}"))}\n{string.Join(" ", story.Acted.Done)}\n");
            }


            Assert.True(story.Acted.Faults is [], string.Join("\n\n", story.Acted.Faults));
            Assert.True(comparison.Difference is null, comparison.Difference);
            Assert.True(comparison.Filled * 2 >= comparison.Compared, report);
            Assert.True(!story.Missing.Any(), $"There is no {string.Join(", no ", story.Missing)}.");
        }

        never.ExceptWith(done);
        Assert.True(never.IsSubsetOf(OutOfReach.Keys), $"Never done: {string.Join(", ", never.Except(OutOfReach.Keys))}.");
    }

    [Fact]
    public async Task Without_the_predicate_the_same_comparison_finds_a_difference()
    {
        var story = await stories.OfAsync(Fixed[0]);

        Assert.NotNull((await story.CompareAsync(withoutPredicate: true)).Difference);
    }

    /// <summary>Each is played once for all who compare.</summary>
    public sealed class Stories(PostgresFixture postgres)
    {
        private readonly ConcurrentDictionary<int, Lazy<Task<Story>>> _played = [];

        internal Task<Story> OfAsync(int seed) => _played.GetOrAdd(seed, _ => new Lazy<Task<Story>>(() => Story.PlayAsync(postgres, seed))).Value;
    }
}
