using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace R2P.Documents;

/// <summary>
/// The names of the columns of a translated query. Where rows come out of a query within the query, EF Core calls their columns of JSON <c>c</c>,
/// <c>c0</c>, <c>c1</c> …, in the order of the type's properties.
/// </summary>
internal static class TranslatedColumns
{
    /// <summary>The SQL whose columns have the names of the type's own table.</summary>
    /// <exception cref="InvalidOperationException">EF Core selects something else than the columns of the type.</exception>
    public static string Named(string sql, IEntityType? type)
    {
        if (type is null)
        {
            return sql;
        }

        var names = NamesOf(sql);
        string[] own = [.. type.GetProperties().Select(property => property.GetColumnName()), .. ContainersOf(type)];
        var unnamed = names.Count(name => !own.Contains(name));
        if (unnamed == 0)
        {
            return sql;
        }

        var missing = new Queue<string>(ContainersOf(type).Where(container => !names.Contains(container)));
        if (missing.Count != unnamed)
        {
            throw new InvalidOperationException($"The columns of {type.DisplayName()} can't be told apart in: {sql}");
        }

        return $"select * from (\n{sql}\n) renamed ({string.Join(", ", names.Select(name => own.Contains(name) ? name : missing.Dequeue()))})";
    }

    private static IEnumerable<string> ContainersOf(IEntityType type) =>
        type.GetComplexProperties().Select(property => property.ComplexType.GetContainerColumnName()).OfType<string>();

    /// <summary>The names in the first line, where EF Core says what is selected.</summary>
    private static string[] NamesOf(string sql)
    {
        var list = sql[..sql.IndexOf("\nFROM", StringComparison.Ordinal)];
        return
        [
            .. list["SELECT ".Length..].Split(", ").Select(item => item[(Math.Max(item.LastIndexOf('.'), item.LastIndexOf(' ')) + 1)..].Trim('"')),
        ];
    }
}
