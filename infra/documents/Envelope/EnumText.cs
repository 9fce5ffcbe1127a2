using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace R2P.Documents;

/// <summary>Enum values as the database keeps them, in columns and in JSON alike: SCREAMING_SNAKE_CASE.</summary>
public static class EnumText
{
    /// <summary>The stored name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value of a stored name.</summary>
    /// <exception cref="KeyNotFoundException">No value has that name.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    /// <summary>The value of a name that may be one of a newer version of the service.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    internal static ValueConverter ConverterFor(Type type) =>
        (ValueConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type))!;

    private sealed class Converter<T>() : ValueConverter<T, string>(value => Of(value), name => Parse<T>(name))
        where T : struct, Enum;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(
            value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
