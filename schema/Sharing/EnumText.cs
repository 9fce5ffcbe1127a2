using System.Collections.Concurrent;
using System.Text.Json;

namespace R2P.Schema.Sharing;

/// <summary>An enum value as the API and the database write it: SCREAMING_SNAKE_CASE.</summary>
public static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()));

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> ByValue = new();
    }
}
