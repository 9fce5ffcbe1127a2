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
    private static readonly int[] Fixed = [1, 2];

    /// <summary>How many kinds of act those do together at least.</summary>
    private const int KindsDone = 110;

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
        var (done, missing) = (new HashSet<string>(StringComparer.Ordinal), default(HashSet<string>));
        IEnumerable<string> never = [];
        foreach (var seed in Seeds())
        {
            var story = await stories.OfAsync(seed);
            var comparison = await story.CompareAsync(withoutPredicate: false);
            TestContext.Current.TestOutputHelper?.WriteLine($"{story.Report}; {comparison.Report}");

            Assert.True(story.Acted.Faults is [], string.Join("\n\n", story.Acted.Faults));
            Assert.True(comparison.Difference is null, comparison.Difference);
            Assert.True(comparison.Filled * 2 >= comparison.Compared, comparison.Report);
            done.UnionWith(story.Acted.Done.Keys);
            missing = [.. story.Missing.Intersect(missing ?? [.. story.Missing])];
            never = story.Acted.Kinds.Except(done);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{done.Count} kinds of act were done, never: {string.Join(", ", never)}.");
        Assert.True(missing is null or { Count: 0 }, $"Nobody made {string.Join(", ", missing ?? [])}.");
        Assert.True(done.Count >= KindsDone, $"Only {done.Count} kinds of act were done; never: {string.Join(", ", never)}.");
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
        private readonly Dictionary<int, Story> _played = [];

        internal async Task<Story> OfAsync(int seed)
        {
            if (!_played.TryGetValue(seed, out var story))
            {
                _played[seed] = story = await Story.PlayAsync(postgres, seed);
            }

            return story;
        }
    }
}
