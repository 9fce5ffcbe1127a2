using System.Collections;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace R2P.Documents;

/// <summary>One parameter of a translated query.</summary>
internal sealed class TranslatedParameter
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
        var name = made.ParameterName.TrimStart('@');
        if (name.StartsWith("value", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan("value".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return new TranslatedParameter(index, null, made.NpgsqlDbType, ConverterFor(values[index]));
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
