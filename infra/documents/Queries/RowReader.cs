using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace R2P.Documents;

/// <summary>Makes objects of rows, for reading only: what EF Core's model says of a type, without its change tracking.</summary>
internal sealed class RowReader<T>
    where T : class
{
    // Clients choose what they select: beyond this many sets of columns the cache begins anew.
    private const int MaxSelections = 1_000;

    private readonly Func<T> _create;
    private readonly RowColumn<T>[] _columns;
    private readonly ConcurrentDictionary<string, Selection> _selections = new(StringComparer.Ordinal);

    public RowReader(IEntityType type)
    {
        Table = $"{type.GetSchema()}.{type.GetTableName()}";
        _create = RowColumn<T>.Constructor();
        string[] always =
        [
            .. type.FindPrimaryKey()!.Properties.Select(property => property.Name),
            .. typeof(T).IsAssignableTo(typeof(IRestricted))
                ? [nameof(IRestricted.OwnerId), nameof(IRestricted.IsRestricted), nameof(IRestricted.Readers)]
                : Array.Empty<string>(),
        ];
        _columns =
        [
            .. type.GetProperties().Select(property => RowColumn<T>.Of(property, always.Contains(property.Name))),
            .. type.GetComplexProperties().Select(RowColumn<T>.Of),
        ];
    }

    /// <summary>Whether the type is that of a table's rows, all of them of this one class.</summary>
    public static bool CanRead([NotNullWhen(true)] IEntityType? type) =>
        type is not null && type.FindDiscriminatorProperty() is null && !typeof(T).IsAbstract;

    /// <summary>The table, with its schema.</summary>
    public string Table { get; }

    /// <summary>The columns to select for these properties, as SQL, from a table of the alias <c>q</c>.</summary>
    public string Select(RowColumns columns) => Of(columns).Text;

    /// <summary>Reads all rows of a result.</summary>
    public async Task<List<T>> ReadAsync(NpgsqlDataReader reader, RowColumns columns, CancellationToken cancellationToken)
    {
        var selected = Of(columns).Reads;
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = _create();
            for (var i = 0; i < selected.Length; i++)
            {
                selected[i](row, reader, i);
            }

            rows.Add(row);
        }

        return rows;
    }

    private Selection Of(RowColumns wanted)
    {
        if (_selections.TryGetValue(wanted.Key, out var known))
        {
            return known;
        }

        if (_selections.Count >= MaxSelections)
        {
            _selections.Clear();
        }

        RowColumn<T>[] columns = [.. wanted.Choose(_columns)];
        return _selections[wanted.Key] = new Selection(
            string.Join(", ", columns.Select(column => $"q.{column.Name}")),
            Array.ConvertAll(columns, column => column.Read));
    }

    private sealed record Selection(string Text, Action<T, NpgsqlDataReader, int>[] Reads);
}
