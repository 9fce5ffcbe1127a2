using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>
/// Where an anchor leads, told so that it can be followed into other versions: as a JSON pointer, but an element of a list that is about one code
/// (the rating of a factor) is named by that code, not by its place. <c>/ratings/2/finding</c> is kept as <c>/ratings/factor=RF_03/finding</c>.
/// </summary>
internal static class AnchorPlace
{
    /// <summary>What a pointer leads to in a document's content; null if it leads nowhere.</summary>
    public static Passage? Find(JsonElement content, IReadOnlyList<string> pointer)
    {
        var at = content;
        var place = new List<string>();
        foreach (var token in pointer)
        {
            var list = at;
            if (JsonPointer.Step(at, token) is not { } next)
            {
                return null;
            }

            at = next;
            place.Add(list.ValueKind == JsonValueKind.Array && DocumentContent.KeyOf(at) is { } key ? key : token);
        }

        return Passage(at, pointer, place);
    }

    /// <summary>What stands at a place now; null if the place is gone.</summary>
    public static Passage? Follow(JsonElement content, string place)
    {
        var at = content;
        var steps = JsonPointer.Parse(place) ?? [];
        var pointer = new List<string>();
        foreach (var step in steps)
        {
            var token = at.ValueKind == JsonValueKind.Array && step.Contains('=', StringComparison.Ordinal) ? IndexByKey(at, step) : step;
            if (token is null || JsonPointer.Step(at, token) is not { } next)
            {
                return null;
            }

            at = next;
            pointer.Add(token);
        }

        return Passage(at, pointer, steps);
    }

    private static Passage? Passage(JsonElement at, IEnumerable<string> pointer, IEnumerable<string> place) =>
        at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            ? null
            : new Passage(JsonPointer.Format(pointer), JsonPointer.Format(place), TextOf(at));

    private static string? IndexByKey(JsonElement list, string key)
    {
        var index = list.EnumerateArray().TakeWhile(element => DocumentContent.KeyOf(element) != key).Count();
        return index < list.GetArrayLength() ? index.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string TextOf(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => string.Join('\n', at.EnumerateObject().Select(member => TextOf(member.Value)).Where(text => text.Length > 0)),
        JsonValueKind.Array => string.Join('\n', at.EnumerateArray().Select(TextOf).Where(text => text.Length > 0)),
        JsonValueKind.Null => "",
        _ => at.ToString(),
    };
}

/// <summary>A passage of a document.</summary>
/// <param name="Pointer">The JSON pointer to it.</param>
/// <param name="Place">Where it is found in other versions.</param>
/// <param name="Text">All text of it, one value to a line.</param>
internal sealed record Passage(string Pointer, string Place, string Text)
{
    /// <summary>Two passages with one digest have the same text.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
