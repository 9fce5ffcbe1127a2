using System.Text.Json;
using System.Text.Json.Nodes;

namespace R2P.Schema.Tests.Leaks;

/// <summary>What came of trying an act.</summary>
internal enum Outcome
{
    Refused,
    Learnt,
    Done,
}

/// <summary>An act that is tried: with what input, as which step of which process.</summary>
internal sealed record Attempt(Mutation Act, InputMaker Maker, JsonObject Input, Step? Step, Course? Course, Random Random)
{
    /// <summary>What is acted on: the first id that has to be given.</summary>
    public string? Subject => Input
        .Select(said => (said.Value as JsonValue)?.ToString()).FirstOrDefault(text => text is not null && World.TypeOf(text) is not null);

    /// <summary>Says what the step has to say; what that names as <c>#Practice</c> is the version that <paramref name="versionOf"/> finds.</summary>
    /// <returns>Whether all is there that it names.</returns>
    public async Task<bool> SayAsync(World world, Func<string, Task<int?>> versionOf)
    {
        foreach (var (field, said) in Step?.Said ?? [])
        {
            Input.Remove(field);
            if (said is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.ToString() is ['#', .. var named])
            {
                Input[field] = Course!.Find(named) is { } thing ? await versionOf(thing) : null;
            }
            else if (said is not null)
            {
                Input[field] = Resolve(said, world);
            }
        }

        return Step is null || Step.Said.All(said => said.Value is null || Input[said.Key] is { } value && !IsMissing(value));
    }

    /// <summary>Leaves out what was refused, or says something else, where it is not the step's own word.</summary>
    /// <returns>Whether there was anything to mend.</returns>
    public bool Mend(JsonElement errors)
    {
        var mended = false;
        foreach (var error in errors.EnumerateArray())
        {
            if (error.GetProperty("code").GetString() != "INVALID_INPUT"
                || error.GetProperty("path") is not { ValueKind: JsonValueKind.Array } path || path.GetArrayLength() < 2
                || Act.Fields.FirstOrDefault(field => field.Name == path[1].GetString()) is not { } refused
                || (Step?.Said.ContainsKey(refused.Name) ?? false))
            {
                continue;
            }

            mended = true;
            if (refused.Type.IsRequired || !Input.Remove(refused.Name) || Random.Next(3) == 0)
            {
                Input[refused.Name] = Act.Value(Maker, refused);
            }
        }

        return mended;
    }

    private JsonNode? Resolve(JsonNode? said, World world) => said switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Resolve(field.Value, world)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, world))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.ToString() switch
        {
            ['@', .. var persona] => world.OfficeOf(persona) ?? "",
            ['*', .. var thing] => Course!.Find(thing) ?? "",
            "~" => Maker.ChapterEnd,
            var plain => plain,
        },
        _ => said?.DeepClone(),
    };

    private static bool IsMissing(JsonNode value) => value switch
    {
        JsonArray items => items.Any(item => item is null || IsMissing(item)),
        JsonValue text => text.GetValueKind() == JsonValueKind.String && text.ToString().Length == 0,
        _ => false,
    };
}
