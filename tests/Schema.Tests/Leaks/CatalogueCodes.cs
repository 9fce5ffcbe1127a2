using R2P.Schema.Catalogue;

namespace R2P.Schema.Tests.Leaks;

/// <summary>Which words a text field takes that takes not any: the codes of the catalogue, by the field's name.</summary>
internal static class CatalogueCodes
{
    private const string Framework = "UN_FRAMEWORK_2014";

    private static readonly Catalogue.Catalogue Known = Catalogue.Catalogue.BuiltIn;

    private static readonly string[] Inhibitors = Of(Known.Inhibitors);
    private static readonly string[] Tools = Of(Known.Tools);
    private static readonly string[] Sources = Of(Known.InformationSources);
    private static readonly string[] Communities = Of(Known.CommunityActors);
    private static readonly string[] Categories = Of(Known.AssistanceCategories);
    private static readonly string[] Forms = Of(Known.AssistanceCategories.SelectMany(category => category.Forms));
    private static readonly string[] Civilian = Of(Known.AssistanceCategories.SelectMany(category => category.Forms).SelectMany(form => form.Areas ?? []));
    private static readonly string[] Tags = [.. Inhibitors.Take(2), .. Of(Known.Pillars), .. Tools.Take(2)];

    /// <summary>Few of each, so that documents have something in common.</summary>
    private static readonly string[] States = ["KEN", "GHA", "DNK", "CRI"];
    private static readonly string[] Bodies = ["AU", "EU"];
    private static readonly string[] Networks = ["GLOBAL_NETWORK_R2P_FOCAL_POINTS"];

    /// <summary>The key that is given first: what refers to one finds it.</summary>
    private static readonly string[] Keys = ["K1"];

    /// <summary>By the type and the field, or by the field alone.</summary>
    private static readonly Dictionary<string, string[]> Codes = new(StringComparer.Ordinal)
    {
        ["framework"] = [Framework],
        ["frameworkVersion"] = ["2014"],
        ["factor"] = Of(Factors()),
        ["inhibitor"] = Inhibitors,
        ["pillar"] = Of(Known.Pillars),
        ["StageInput.stage"] = Of(Known.Stages),
        ["trigger"] = Of(Known.Triggers),
        ["policyOption"] = Of(Known.PolicyOptions),
        ["tool"] = Tools,
        ["sourceKind"] = Sources,
        ["EvidenceInput.kind"] = Sources,
        ["community"] = Communities,
        ["onBehalfOf"] = Communities,
        ["PracticePartnerInput.kind"] = Communities,
        ["step"] = Of(Known.ResponseSteps),
        ["prerequisite"] = Of(Known.ResponsePrerequisites),
        ["avenue"] = Of(Known.CouncilAvenues),
        ["category"] = Categories,
        ["form"] = Forms,
        ["assistanceForm"] = Forms,
        ["assistance"] = [.. Categories, .. Forms],
        ["civilianForm"] = Civilian,
        ["skill"] = Civilian,
        ["principle"] = Of(Known.AssistancePrinciples),
        ["mechanism"] = Of(Known.PeerReviewMechanisms),
        ["instrument"] = Of(Known.LegalInstruments.Take(3)),
        ["RecordTreatyActionInput.action"] = Of(Known.TreatySteps),
        ["document"] = Of(Known.ReferenceDocuments),
        ["forum"] = Of(Known.UnEntities),
        ["country"] = States,
        ["state"] = States,
        ["organization"] = Bodies,
        ["body"] = [.. Bodies, .. Networks],
        ["RecordSelfCheckInput.partner"] = [.. Bodies, .. Of(Known.UnEntities).Take(2)],
        ["regionalSteps.partner"] = Bodies,
        ["regionalSteps.body"] = Bodies,
        ["party"] = [.. States, .. Bodies, "NOR", "SEN", "URY"],
        ["network"] = Networks,
        ["initiative"] = Networks,
        ["region"] = ["002"],
        ["language"] = ["en", "fr", "es"],
        ["tag"] = Tags,
        ["context"] = Tags,
        ["StrategyActionInput.code"] = [.. Inhibitors, .. Tools],
        ["TranslateCatalogueEntryInput.code"] = Inhibitors,
        ["RetireCatalogueEntryInput.code"] = Inhibitors,
        ["pointer"] = ["/title", "/summary"],
        ["conflictOfInterest"] = ["none"],
        ["goal"] = Keys,
        ["question"] = Keys,
        ["ReportActionInput.action"] = Keys,
        ["chosenOption"] = Keys,
        ["AddAlertAnalysisInput.restsOn"] = Keys,
        ["AssistancePledgeInput.need"] = Keys,
    };

    /// <summary>What a field may say; null if it may say anything.</summary>
    public static string[]? For(string owner, string field) =>
        Codes.GetValueOrDefault($"{owner}.{field}") ?? Codes.GetValueOrDefault($"{owner}.{Singular(field)}")
        ?? Codes.GetValueOrDefault(field) ?? Codes.GetValueOrDefault(Singular(field));

    /// <summary>The indicators of a risk factor.</summary>
    public static string[] IndicatorsOf(string factor) =>
        Of(Factors().Where(known => known.Code == factor).SelectMany(known => known.Indicators ?? []));

    /// <summary>The forms of a category of help.</summary>
    public static string[] FormsOf(string category) =>
        Of(Known.AssistanceCategories.Where(known => known.Code == category).SelectMany(known => known.Forms));

    /// <summary>The entries of a list against which offices check themselves.</summary>
    public static string[] EntriesOf(string list) => Of(Known.CodeLists.First(known => known.Name == list switch
    {
        "RECOMMENDATIONS2013" => "memberStateRecommendations2013",
        "CALLS2015" => "memberStateCalls2015",
        "PRIORITIES2015" => "priorities2015",
        "SECRETARY_GENERAL_ACTIONS2015" => "secretaryGeneralActions2015",
        _ => "regionalSteps2016",
    }).Entries);

    private static IEnumerable<RiskFactor> Factors() => Known.FindFramework(Framework, "2014")!.Factors;

    private static string[] Of(IEnumerable<ICatalogueEntry> entries) => [.. entries.Select(entry => entry.Code)];

    private static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? $"{name[..^3]}y" : name.EndsWith('s') ? name[..^1] : name;
}
