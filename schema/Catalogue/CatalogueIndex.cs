using System.Collections.Frozen;

namespace R2P.Schema.Catalogue;

/// <summary>Which entries there are, all together and by what they stand for.</summary>
internal static class CatalogueIndex
{
    public static IEnumerable<ICatalogueEntry> All(CatalogueFile catalogue, IReadOnlyList<CodeList> lists) =>
    [
        .. catalogue.AtrocityCrimes, .. catalogue.Stages, .. catalogue.Triggers, .. catalogue.PolicyOptions,
        .. catalogue.Frameworks, .. Factors(catalogue), .. Indicators(catalogue), .. Assistance(catalogue),
        .. catalogue.LegalInstruments, .. catalogue.TreatySteps, .. catalogue.Networks, .. catalogue.RegionalOrganizations,
        .. catalogue.PeerReviewMechanisms, .. catalogue.ReferenceDocuments, .. catalogue.Regions, .. catalogue.Countries,
        .. lists.SelectMany(list => list.Entries),
    ];

    public static FrozenDictionary<CodeKind, FrozenDictionary<string, ICatalogueEntry>> ByKind(
        CatalogueFile catalogue, Func<string, IReadOnlyList<CodeEntry>> list) =>
        new Dictionary<CodeKind, IEnumerable<ICatalogueEntry>>
        {
            [CodeKind.Country] = catalogue.Countries,
            [CodeKind.Organization] = catalogue.RegionalOrganizations,
            [CodeKind.Network] = catalogue.Networks,
            [CodeKind.Framework] = catalogue.Frameworks,
            [CodeKind.Factor] = Factors(catalogue),
            [CodeKind.Indicator] = Indicators(catalogue),
            [CodeKind.Pillar] = list("pillars"),
            [CodeKind.Stage] = catalogue.Stages,
            [CodeKind.Inhibitor] = list("inhibitors"),
            [CodeKind.Trigger] = catalogue.Triggers,
            [CodeKind.PolicyOption] = catalogue.PolicyOptions,
            [CodeKind.InformationSource] = list("informationSources2016"),
            [CodeKind.Tool] = list("peacefulTools2016"),
            [CodeKind.Region] = catalogue.Regions,
            [CodeKind.CommunityActor] = list("communityActors"),
            [CodeKind.ResponseStep] = list("responseSteps2016"),
            [CodeKind.ResponsePrerequisite] = list("responsePrerequisites2015"),
            [CodeKind.CouncilAvenue] = list("councilEarlyActionAvenues2016"),
            [CodeKind.AssistanceCategory] = catalogue.AssistanceCategories,
            [CodeKind.AssistanceForm] = AssistanceForms(catalogue),
            [CodeKind.CivilianForm] = AssistanceForms(catalogue).SelectMany(form => form.Areas ?? []),
            [CodeKind.AssistancePrinciple] = list("assistancePrinciples"),
        }.ToFrozenDictionary(
            kind => kind.Key, kind => kind.Value.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal));

    private static IEnumerable<RiskFactor> Factors(CatalogueFile catalogue) =>
        catalogue.Frameworks.SelectMany(framework => framework.Factors);

    private static IEnumerable<Indicator> Indicators(CatalogueFile catalogue) =>
        Factors(catalogue).SelectMany(factor => factor.Indicators ?? []);

    private static IEnumerable<ICatalogueEntry> Assistance(CatalogueFile catalogue)
    {
        var forms = AssistanceForms(catalogue).ToArray();
        return [.. catalogue.AssistanceCategories, .. forms, .. forms.SelectMany(form => form.Areas ?? [])];
    }

    private static IEnumerable<AssistanceForm> AssistanceForms(CatalogueFile catalogue) =>
        catalogue.AssistanceCategories.SelectMany(category => category.Forms);
}
