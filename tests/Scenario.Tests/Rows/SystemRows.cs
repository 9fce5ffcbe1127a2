using System.Text;

namespace R2P.Scenario.Tests.Rows;

/// <summary>The systems that software for focal points should support: actors (A), processes (B), frameworks (C), rules (D).</summary>
internal static class SystemRows
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } = Read();

    private static (string, string)[] Read()
    {
        using var reader = new StreamReader(typeof(SystemRows).Assembly.GetManifestResourceStream("rows.txt")!, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line.Split('\t')[0], line.Split('\t')[1]))];
    }
}
