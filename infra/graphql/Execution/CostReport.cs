using System.Text.Json;

namespace R2P.GraphQL.Execution;

/// <summary>Whether a request wants to know what it costs, as <c>extensions.operationCost</c>.</summary>
public enum CostReport
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Beside the data.</summary>
    Report,

    /// <summary>In place of the data: nothing is executed.</summary>
    Validate,
}

/// <summary>The words by which clients ask for it.</summary>
internal static class CostReports
{
    /// <summary>Null for a word that means nothing.</summary>
    public static CostReport? Find(string word) => word switch
    {
        "report" => CostReport.Report,
        "validate" => CostReport.Validate,
        _ => null,
    };

    /// <summary>What the request's extensions ask for, in an entry <c>cost</c>; another service's meaning of it is none of ours.</summary>
    public static CostReport Of(JsonElement? extensions) =>
        extensions is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("cost"u8, out var word) && word.ValueKind == JsonValueKind.String
            ? Find(word.GetString()!) ?? CostReport.None
            : CostReport.None;
}
