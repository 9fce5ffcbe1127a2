using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace R2P.Documents;

/// <summary>One parameter of a translated query.</summary>
internal sealed partial class TranslatedParameter
{
    private readonly int _value;
    private readonly int? _argument;
    private readonly NpgsqlDbType _type;
    private readonly Func<object?, object?>? _convert;

    private TranslatedParameter(int value, int? argument, NpgsqlDbType type, Func<object?, object?>? convert) =>
        (_value, _argument, _type, _convert) = (value, argument, type, convert);

    /// <summary>Learns from a parameter as EF Core made it of the given values.</summary>
    public static TranslatedParameter Of(NpgsqlParameter made, IReadOnlyList<object?> values)
    {
        if (NameOfValue().Match(made.ParameterName) is { Success: true } name)
        {
            var index = int.Parse(name.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
            var convert = name.Groups["pattern"] is { Success: true, Value: var kind } ? PatternOf(kind) : ConverterFor(values[index]);
            return new TranslatedParameter(index, null, made.NpgsqlDbType, convert);
        }

        // An argument of raw SQL: EF Core names it anew, but hands over the very object.
        var (place, argument) = values.Index()
            .SelectMany(value => value.Item is object?[] list ? list.Index().Select(item => (value.Index, Argument: item)) : [])
            .Where(entry => ReferenceEquals(entry.Argument.Item, made.Value))
            .Select(entry => (entry.Index, entry.Argument.Index))
            .Single();
        return new TranslatedParameter(place, argument, made.NpgsqlDbType, null);
    }

    /// <summary>The parameter with the value of another query of the shape.</summary>
    public NpgsqlParameter With(IReadOnlyList<object?> values)
    {
        var value = _argument is { } argument ? ((object?[])values[_value]!)[argument] : values[_value];
        return new NpgsqlParameter { NpgsqlDbType = _type, Value = (_convert is null ? value : _convert(value)) ?? DBNull.Value };
    }

    /// <summary>Of <c>Contains</c>, <c>StartsWith</c> and <c>EndsWith</c> EF Core makes a pattern for LIKE, in a parameter named after it.</summary>
    private static Func<object?, object?> PatternOf(string kind) => kind switch
    {
        "contains" => value => value is string text ? $"%{Escape(text)}%" : null,
        "startswith" => value => value is string text ? $"{Escape(text)}%" : null,
        "endswith" => value => value is string text ? $"%{Escape(text)}" : null,
        _ => throw new NotSupportedException($"EF Core made a parameter of the unknown kind {kind}."),
    };

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);

    [GeneratedRegex(
        "^@?value(?<index>[0-9]+)(_(?<pattern>[a-z]+)(_[0-9]+)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NameOfValue();

    /// <summary>Enums are text in the database, alone and in lists.</summary>
    private static Func<object?, object?>? ConverterFor(object? value)
    {
        var type = value?.GetType();
        if (type is { IsEnum: true })
        {
            return EnumText.ConverterFor(type).ConvertToProvider;
        }

        if (value is IList && type!.GetInterfaces().FirstOrDefault(IsListOfEnums)?.GetGenericArguments()[0] is { } item)
        {
            var one = EnumText.ConverterFor(Nullable.GetUnderlyingType(item) ?? item).ConvertToProvider;
            return list => ((IEnumerable)list!).Cast<object?>().Select(entry => (string?)one(entry)).ToArray();
        }

        return null;
    }

    private static bool IsListOfEnums(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
        && (Nullable.GetUnderlyingType(type.GetGenericArguments()[0]) ?? type.GetGenericArguments()[0]).IsEnum;
}
