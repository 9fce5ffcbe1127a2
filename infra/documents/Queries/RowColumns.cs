namespace R2P.Documents;

/// <summary>Which properties of a row are read; the others keep their defaults.</summary>
public sealed class RowColumns
{
    private readonly IReadOnlyCollection<string>? _properties;

    private RowColumns(IReadOnlyCollection<string>? properties, string key) => (_properties, Key) = (properties, key);

    /// <summary>Every property.</summary>
    public static RowColumns All { get; } = new(null, "*");

    /// <summary>The same for the same properties.</summary>
    internal string Key { get; }

    /// <summary>The properties of these names, and the row's key. If the table's type has no property of a name, all are read.</summary>
    public static RowColumns Of(IEnumerable<string> properties)
    {
        string[] names = [.. properties.Order(StringComparer.Ordinal)];
        return new RowColumns(names, string.Join(',', names));
    }

    /// <summary>Those of the columns that are wanted.</summary>
    internal IEnumerable<RowColumn<T>> Choose<T>(IReadOnlyList<RowColumn<T>> columns)
        where T : class =>
        _properties is null || !_properties.All(name => columns.Any(column => column.Property == name))
            ? columns
            : columns.Where(column => column.IsAlwaysRead || _properties.Contains(column.Property));
}
