using System.Reflection;

namespace R2P.Scenario.Tests.Rows;

/// <summary>The table of <c>schema/README.md</c>: every row, what does it, and the test that plays it. The tests themselves say so.</summary>
public sealed class RowTableTests
{
    private const string Begin = "<!-- rows -->\n";
    private const string End = "<!-- /rows -->";

    [Fact]
    public void Every_row_is_played_by_a_test()
    {
        var played = RowTest.All.SelectMany(test => test.Row.Rows).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(SystemRows.All.Select(row => row.Code).Except(played));
        Assert.Empty(played.Except(SystemRows.All.Select(row => row.Code)));
    }

    [Fact]
    public void Every_test_that_plays_a_row_runs() =>
        Assert.Empty(RowTest.All.Where(test => test.Method.GetCustomAttribute<FactAttribute>() is not { Skip: null }).Select(test => test.Name));

    /// <summary>With R2P_UPDATE_ROWS=1 the table is written anew.</summary>
    [Fact]
    public async Task The_readme_holds_the_table()
    {
        var path = Path.Combine(Root(), "schema", "README.md");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, "schema/README.md has no place for the table.");
        if (Environment.GetEnvironmentVariable("R2P_UPDATE_ROWS") == "1")
        {
            await File.WriteAllTextAsync(path, text[..begin] + Table() + text[end..], TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(Table(), text[begin..end]);
    }

    private static string Table()
    {
        var tests = RowTest.All.SelectMany(test => test.Row.Rows.Select(row => (row, test))).ToLookup(pair => pair.row, pair => pair.test);
        var lines = SystemRows.All.Select(row =>
            $"| {row.Code} | {row.Name} | {Join(tests[row.Code].Select(test => test.Row.Does))} | {Join(tests[row.Code].Select(test => $"`{test.Name}`"))} |\n");
        return $"| row | | what does it | played by |\n|---|---|---|---|\n{string.Concat(lines)}";
    }

    private static string Join(IEnumerable<string> parts) => string.Join("; ", parts.Distinct().Order(StringComparer.Ordinal));

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "R2P.Api.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
