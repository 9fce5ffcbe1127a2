using R2P.GraphQL;

namespace R2P.Schema.Catalogue;

/// <summary>What a stage suggests. Nothing follows from it: no stage publishes, shares or decides anything.</summary>
[ObjectType<RiskStage>]
public static class StageFields
{
    private static readonly string[] Structural = ["BUILD_RESILIENCE", "PROTECT_HUMAN_RIGHTS"];

    /// <summary>Policy options that fit the stage, in the order of their report: an editorial aid, in no source.</summary>
    [ListSize(AssumedSize = 16)]
    public static IReadOnlyList<PolicyOption> GetSuggestedPolicyOptions([Parent] RiskStage stage, Catalogue catalogue) =>
        [.. catalogue.PolicyOptions.Where(option => (stage.ResponseFocus == ResponseFocus.Structural) == Structural.Contains(option.Group))];

    /// <summary>Peaceful tools that fit the stage: none while the work is on structures. An editorial aid, in no source.</summary>
    [ListSize(AssumedSize = 12)]
    public static IReadOnlyList<CodeEntry> GetSuggestedTools([Parent] RiskStage stage, Catalogue catalogue) =>
        stage.ResponseFocus == ResponseFocus.Structural ? [] : catalogue.Tools;
}
