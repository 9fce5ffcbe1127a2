using System.Text.Json;
using System.Text.Json.Nodes;

namespace R2P.Schema.Transfer;

/// <summary>The columns of a table: each holds one member of a record, whose path its name is.</summary>
internal sealed class CsvColumns
{
    private readonly CsvColumn[] _columns;

    private CsvColumns(CsvColumn[] columns) => _columns = columns;

    public int Count => _columns.Length;

    /// <summary>Reads the names that stand in the table's first row.</summary>
    /// <param name="names">The names.</param>
    /// <param name="shape">What a record may say.</param>
    /// <param name="problems">Why no record can be read.</param>
    public static CsvColumns Read(IReadOnlyList<string> names, ImportShape shape, out IReadOnlyList<(string Name, string Message)> problems)
    {
        var wrong = new List<(string, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                wrong.Add((name, "Is the name of another column, too."));
            }
            else if (!CsvColumn.IsLeftOut(name) && shape.Find(name.Split('.')) is null)
            {
                wrong.Add((name, "Is no column that can be imported."));
            }
            else if (Wholes(name).FirstOrDefault(known.Contains) is { } whole)
            {
                wrong.Add((name, $"Is a part of the column \"{whole}\"."));
            }
        }

        problems = wrong;
        return new CsvColumns([.. names.Select(name => CsvColumn.Of(name, shape))]);
    }

    /// <summary>The path of a column; none if there is no such.</summary>
    public string[] PathOf(int column) => _columns.ElementAtOrDefault(column)?.Path ?? [];

    /// <summary>What a row says. An empty cell says nothing.</summary>
    public ImportRecord ToRecord(int line, IReadOnlyList<string> cells)
    {
        var (content, problems) = (new JsonObject(), new List<ImportProblem>());
        for (var i = 0; i < Count; i++)
        {
            var column = _columns[i];
            if (cells[i].Length > 0 && !column.LeavesOut)
            {
                try
                {
                    Put(content, column.Path, column.Parse(cells[i]));
                }
                catch (JsonException)
                {
                    problems.Add(new ImportProblem(line, column.Path, "Is neither a number, true or false, nor JSON."));
                }
            }
        }

        return new ImportRecord(line, problems.Count == 0 ? content : null, problems);
    }

    private static void Put(JsonObject content, ReadOnlySpan<string> path, JsonNode? value)
    {
        foreach (var step in path[..^1])
        {
            if (content[step] is not JsonObject inner)
            {
                content[step] = inner = [];
            }

            content = inner;
        }

        content[path[^1]] = value;
    }

    /// <summary>What would hold this column in itself.</summary>
    private static IEnumerable<string> Wholes(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return name[..dot];
        }
    }
}

/// <summary>One column.</summary>
/// <param name="Path">The path of the member that it holds.</param>
/// <param name="IsText">Whether its cells are texts as they stand; others are JSON.</param>
/// <param name="LeavesOut">Whether it tells what a new draft has anew.</param>
internal sealed record CsvColumn(string[] Path, bool IsText, bool LeavesOut)
{
    public static CsvColumn Of(string name, ImportShape shape)
    {
        string[] path = name.Split('.');
        var type = shape.Find(path);
        return new CsvColumn(path, type is not null && (type == typeof(string) || type == typeof(Guid) || type.IsEnum), IsLeftOut(name));
    }

    public static bool IsLeftOut(string name) => ImportLine.LeavesOut(name.Split('.', 2)[0]);

    /// <summary>What a cell of the column holds.</summary>
    /// <exception cref="JsonException">It is neither text nor JSON.</exception>
    public JsonNode? Parse(string cell) => IsText ? JsonValue.Create(FormulaGuard.Off(cell)) : ImportLine.ParseValue(cell);
}
