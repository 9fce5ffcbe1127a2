using System.Globalization;
using System.Text.Json.Nodes;
using R2P.Schema.Comparisons;

namespace R2P.Schema.Tests.Comparisons;

/// <summary>A patch leads from one value to the other, by few steps.</summary>
public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "Replace /a")]
    [InlineData("""{"a":null}""", """{"a":0}""", "Replace /a")]
    [InlineData("""{"a":1}""", """{"b":1}""", "Remove /a, Add /b")]
    [InlineData("""{"a/b":{"m~n":1}}""", """{"a/b":{"m~n":2}}""", "Replace /a~1b/m~0n")]
    [InlineData("""["a","b","c"]""", """["a","x","b","c"]""", "Add /1")]
    [InlineData("""["a","b","c"]""", """["b","c"]""", "Remove /0")]
    [InlineData("""["a","b"]""", """["a","c"]""", "Replace /1")]
    [InlineData(
        """[{"factor":"RF_01","finding":"x"},{"factor":"RF_02","finding":"y"}]""",
        """[{"factor":"RF_00","finding":"n"},{"factor":"RF_01","finding":"x"},{"factor":"RF_02","finding":"z"}]""",
        "Add /0, Replace /2/finding")]
    [InlineData(
        """[{"factor":"RF_01","finding":"x"}]""", """[{"factor":"RF_02","finding":"x"}]""", "Remove /0, Add /0")]
    [InlineData("""{"a":[1]}""", """{"a":{"0":1}}""", "Replace /a")]
    public void Each_change_is_told_by_the_fewest_steps_and_they_lead_to_the_newer_value(string before, string after, string steps)
    {
        var patch = JsonPatch.Between(JsonNode.Parse(before), JsonNode.Parse(after));

        Assert.Equal(steps, string.Join(", ", patch.Select(step => $"{step.Operation} {step.Path}")));
        Assert.Equal(JsonNode.Parse(after)!.ToJsonString(), Apply(JsonNode.Parse(before), patch)!.ToJsonString());
    }

    [Fact]
    public void The_steps_between_any_two_values_lead_from_the_one_to_the_other()
    {
        var random = new Random(20260);
        for (var round = 0; round < 3_000; round++)
        {
            var before = Value(random, 4);
            var after = random.Next(3) == 0 ? Value(random, 4) : Changed(random, before);

            var result = Apply(before?.DeepClone(), JsonPatch.Between(before, after));

            Assert.True(JsonNode.DeepEquals(after, result), $"{round}: {before?.ToJsonString()} → {after?.ToJsonString()} gave {result?.ToJsonString()}");
        }
    }

    [Fact]
    public void A_patch_between_lists_of_five_thousand_entries_gives_the_newer_list()
    {
        var before = new JsonArray([.. Enumerable.Range(0, 5_000).Select(i => (JsonNode)i)]);
        var after = new JsonArray([.. Enumerable.Range(1, 5_000).Select(i => (JsonNode)i)]);

        Assert.True(JsonNode.DeepEquals(after, Apply(before.DeepClone(), JsonPatch.Between(before, after))));
    }

    /// <summary>RFC 6902 §4, told anew for the test.</summary>
    private static JsonNode? Apply(JsonNode? target, IReadOnlyList<PatchStep> patch)
    {
        foreach (var step in patch)
        {
            var value = step.After?.DeepClone();
            if (step.Path.Length == 0)
            {
                target = value;
                continue;
            }

            var tokens = R2P.Schema.Sharing.JsonPointer.Parse(step.Path)!;
            var parent = tokens[..^1].Aggregate(target, (at, token) => at is JsonArray list ? list[Index(token)] : at!.AsObject()[token]);
            switch (parent)
            {
                case JsonObject entry when step.Operation == PatchOperation.Remove:
                    Assert.True(entry.Remove(tokens[^1]));
                    break;
                case JsonObject entry:
                    Assert.Equal(step.Operation == PatchOperation.Replace, entry.ContainsKey(tokens[^1]));
                    entry[tokens[^1]] = value;
                    break;
                case JsonArray list when step.Operation == PatchOperation.Add:
                    list.Insert(Index(tokens[^1]), value);
                    break;
                case JsonArray list when step.Operation == PatchOperation.Remove:
                    list.RemoveAt(Index(tokens[^1]));
                    break;
                default:
                    parent!.AsArray()[Index(tokens[^1])] = value;
                    break;
            }
        }

        return target;
    }

    private static int Index(string token) => int.Parse(token, CultureInfo.InvariantCulture);

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => null,
        1 => random.Next(3),
        2 => $"t{random.Next(4)}",
        3 => random.Next(2) == 0,
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => Value(random, depth - 1))]),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => Rating(random))]),
        _ => Object(random, depth),
    };

    private static JsonObject Object(Random random, int depth)
    {
        var made = new JsonObject();
        foreach (var name in new[] { "a", "b/c", "d~", "", "factor" }.Where(_ => random.Next(2) == 0))
        {
            made[name] = Value(random, depth - 1);
        }

        return made;
    }

    private static JsonObject Rating(Random random) => new() { ["factor"] = $"RF_{random.Next(5)}", ["finding"] = $"t{random.Next(3)}" };

    /// <summary>The same value with a few changes.</summary>
    private static JsonNode? Changed(Random random, JsonNode? value)
    {
        switch (value)
        {
            case JsonArray list:
                var elements = list.Select(element => random.Next(4) == 0 ? Changed(random, element) : element?.DeepClone()).ToList();
                if (random.Next(2) == 0)
                {
                    elements.Insert(random.Next(elements.Count + 1), Value(random, 1));
                }

                if (elements.Count > 0 && random.Next(2) == 0)
                {
                    elements.RemoveAt(random.Next(elements.Count));
                }

                return new JsonArray([.. elements]);
            case JsonObject entry:
                var changed = new JsonObject();
                foreach (var (name, member) in entry.Where(_ => random.Next(5) > 0))
                {
                    changed[name] = random.Next(3) == 0 ? Changed(random, member) : member?.DeepClone();
                }

                return changed;
            default:
                return Value(random, 1);
        }
    }
}
