using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Data;

/// <summary>One reading of a filter argument: where it is, for messages, and how much it has read.</summary>
internal sealed class FilterReading(string argument)
{
    private const int MaxFields = 500;

    private readonly List<string> _path = [];
    private int _fields;

    public void Enter(string name)
    {
        if (++_fields > MaxFields)
        {
            throw new GraphQLException(
                $"Argument \"{argument}\" has more than {MaxFields} fields.", ErrorCodes.FilterLimitExceeded);
        }

        _path.Add(name);
    }

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>The value, which is not null.</summary>
    public object NotNull(object? value) => value ?? throw Error("must not be null");

    /// <summary>The value as it can be compared with a column: PostgreSQL's text holds no U+0000, and its times are asked for in UTC.</summary>
    public object Comparable(object? value) => NotNull(value) switch
    {
        string text when text.Contains('\0') => throw Error("must not contain the character U+0000"),
        DateTimeOffset time => time.ToUniversalTime(),
        var other => other,
    };

    public GraphQLException Error(string problem) =>
        new($"Argument \"{argument}\": \"{string.Join('.', _path)}\" {problem}.", ErrorCodes.BadUserInput);
}
