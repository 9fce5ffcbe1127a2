using System.Text.Json.Nodes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Comparisons;

/// <summary>
/// From one JSON value to another as a JSON Patch (RFC 6902), of the operations add, remove and replace. Elements of a list are recognized if they are
/// equal, or about the same code, so that one that was put in between others is one operation.
/// </summary>
internal static class JsonPatch
{
    /// <summary>Lists beyond this product of lengths are compared place by place: the time grows with it.</summary>
    private const int MaxTable = 250_000;

    /// <summary>The operations that lead from one value to the other, to be applied in their order.</summary>
    public static IReadOnlyList<PatchStep> Between(JsonNode? before, JsonNode? after)
    {
        var steps = new List<PatchStep>();
        Compare(before, after, "", steps);
        return steps;
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, List<PatchStep> steps)
    {
        switch (before, after)
        {
            case (JsonObject one, JsonObject other):
                CompareObjects(one, other, path, steps);
                break;
            case (JsonArray one, JsonArray other):
                CompareLists(one, other, path, steps);
                break;
            default:
                if (!JsonNode.DeepEquals(before, after))
                {
                    steps.Add(new PatchStep(PatchOperation.Replace, path, before, after));
                }

                break;
        }
    }

    private static void CompareObjects(JsonObject before, JsonObject after, string path, List<PatchStep> steps)
    {
        foreach (var (name, value) in before)
        {
            if (!after.ContainsKey(name))
            {
                steps.Add(new PatchStep(PatchOperation.Remove, Below(path, name), value, null));
            }
        }

        foreach (var (name, value) in after)
        {
            if (!before.TryGetPropertyValue(name, out var old))
            {
                steps.Add(new PatchStep(PatchOperation.Add, Below(path, name), null, value));
            }
            else
            {
                Compare(old, value, Below(path, name), steps);
            }
        }
    }

    /// <summary>Walks both lists along the pairs that are the same element; paths count what earlier steps have added and removed.</summary>
    private static void CompareLists(JsonArray before, JsonArray after, string path, List<PatchStep> steps)
    {
        var (i, j) = (0, 0);
        foreach (var (left, right) in Pairs(before, after).Append((before.Count, after.Count)))
        {
            // What has no partner on either side is changed in place, as far as both sides have something.
            while (i < left && j < right && !HasKeys(before[i], after[j]))
            {
                Compare(before[i++], after[j], $"{path}/{j++}", steps);
            }

            while (i < left)
            {
                steps.Add(new PatchStep(PatchOperation.Remove, $"{path}/{j}", before[i++], null));
            }

            while (j < right)
            {
                steps.Add(new PatchStep(PatchOperation.Add, $"{path}/{j}", null, after[j++]));
            }

            if (left < before.Count && right < after.Count)
            {
                Compare(before[i++], after[j], $"{path}/{j++}", steps);
            }
        }
    }

    /// <summary>A longest common subsequence: elements that are equal, or about the same code.</summary>
    private static IEnumerable<(int Left, int Right)> Pairs(JsonArray before, JsonArray after)
    {
        if ((long)before.Count * after.Count > MaxTable)
        {
            return Enumerable.Range(0, Math.Min(before.Count, after.Count)).Select(place => (place, place));
        }

        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = IsSame(before[i], after[j])
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return Walk(before, after, lengths);
    }

    private static IEnumerable<(int Left, int Right)> Walk(JsonArray before, JsonArray after, int[,] lengths)
    {
        var (i, j) = (0, 0);
        while (i < before.Count && j < after.Count)
        {
            if (IsSame(before[i], after[j]))
            {
                yield return (i++, j++);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        HasKeys(one, other) ? DocumentContent.KeyOf(one) == DocumentContent.KeyOf(other) : JsonNode.DeepEquals(one, other);

    private static bool HasKeys(JsonNode? one, JsonNode? other) => DocumentContent.KeyOf(one) is not null && DocumentContent.KeyOf(other) is not null;

    private static string Below(string path, string name) => path + JsonPointer.Format([name]);
}

/// <summary>One operation, with what it takes away and what it puts in place.</summary>
internal sealed record PatchStep(PatchOperation Operation, string Path, JsonNode? Before, JsonNode? After);
