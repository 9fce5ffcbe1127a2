using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace R2P.Schema.Catalogue;

/// <summary>The embedded <c>catalogue.json</c>. A list without a property of its own here is a plain code list.</summary>
internal sealed record CatalogueFile
{
    public required JsonElement Meta { get; init; }

    public required IReadOnlyList<AtrocityCrime> AtrocityCrimes { get; init; }

    public required IReadOnlyList<RiskStage> Stages { get; init; }

    public required IReadOnlyList<AssistanceCategory> AssistanceCategories { get; init; }

    public required IReadOnlyList<Framework> Frameworks { get; init; }

    public required IReadOnlyList<CrosswalkEntry> Crosswalks { get; init; }

    public required IReadOnlyList<TriggerEvent> Triggers { get; init; }

    [JsonPropertyName("policyOptions2013")]
    public required IReadOnlyList<PolicyOption> PolicyOptions { get; init; }

    public required IReadOnlyList<LegalInstrument> LegalInstruments { get; init; }

    [JsonPropertyName("treatyActions")]
    public required IReadOnlyList<TreatyStep> TreatySteps { get; init; }

    public required IReadOnlyList<NetworkEntry> Networks { get; init; }

    public required IReadOnlyList<RegionalOrganizationEntry> RegionalOrganizations { get; init; }

    public required IReadOnlyList<PeerReviewMechanism> PeerReviewMechanisms { get; init; }

    public required IReadOnlyList<ReferenceDocument> ReferenceDocuments { get; init; }

    [JsonPropertyName("m49Regions")]
    public required IReadOnlyList<Region> Regions { get; init; }

    public required IReadOnlyList<Country> Countries { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Others { get; set; } = [];

    public IReadOnlyList<CodeList> ReadCodeLists() =>
        [.. Others.Select(list => new CodeList(list.Key, list.Value.Deserialize(CatalogueJson.Own.IReadOnlyListCodeEntry)!))];

    /// <summary>The file, with the entries that networks have added at the ends of its lists.</summary>
    public static CatalogueFile Read(CatalogueAdditions additions)
    {
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream("R2P.Schema.Catalogue.catalogue.json")!;
        if (additions.Entries.Count + additions.Crosswalks.Count == 0)
        {
            return JsonSerializer.Deserialize(stream, CatalogueJson.Own.CatalogueFile)!;
        }

        var lists = JsonNode.Parse(stream)!.AsObject();
        foreach (var addition in additions.Entries.Values.OrderBy(entry => entry.AddedAt).ThenBy(entry => entry.Code, StringComparer.Ordinal))
        {
            lists[addition.List]!.AsArray().Add(JsonNode.Parse(addition.Entry));
        }

        foreach (var crosswalk in additions.Crosswalks)
        {
            lists["crosswalks"]!.AsArray().Add(JsonNode.Parse(crosswalk));
        }

        return lists.Deserialize(CatalogueJson.Own.CatalogueFile)!;
    }
}

[JsonSerializable(typeof(CatalogueFile))]
[JsonSerializable(typeof(IReadOnlyList<CodeEntry>))]
[JsonSerializable(typeof(CrosswalkEntry))]
internal sealed partial class CatalogueJson : JsonSerializerContext
{
    public static CatalogueJson Own { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    });
}
