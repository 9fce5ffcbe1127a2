using System.Collections.Frozen;

namespace R2P.Schema.Catalogue;

/// <summary>Which entries there are, all together and by what they stand for.</summary>
internal static class CatalogueIndex
{
    public static IEnumerable<ICatalogueEntry> All(Catalogue catalogue) =>
    [
        .. catalogue.AtrocityCrimes, .. catalogue.Stages, .. catalogue.Triggers, .. catalogue.PolicyOptions,
        .. catalogue.Frameworks, .. Factors(catalogue), .. Indicators(catalogue), .. Assistance(catalogue),
        .. catalogue.LegalInstruments, .. catalogue.TreatySteps, .. catalogue.Networks, .. catalogue.RegionalOrganizations,
        .. catalogue.PeerReviewMechanisms, .. catalogue.ReferenceDocuments, .. catalogue.Regions, .. catalogue.AllCountries,
        .. catalogue.CodeLists.SelectMany(list => list.Entries),
    ];

    public static FrozenDictionary<CodeKind, FrozenDictionary<string, ICatalogueEntry>> ByKind(Catalogue catalogue) =>
        new Dictionary<CodeKind, IEnumerable<ICatalogueEntry>>
        {
            [CodeKind.Country] = catalogue.AllCountries,
            [CodeKind.Organization] = catalogue.RegionalOrganizations,
            [CodeKind.Network] = catalogue.Networks,
            [CodeKind.Framework] = catalogue.Frameworks,
            [CodeKind.Factor] = Factors(catalogue),
            [CodeKind.Indicator] = Indicators(catalogue),
            [CodeKind.Pillar] = catalogue.Pillars,
            [CodeKind.Stage] = catalogue.Stages,
            [CodeKind.Inhibitor] = catalogue.Inhibitors,
            [CodeKind.Trigger] = catalogue.Triggers,
            [CodeKind.PolicyOption] = catalogue.PolicyOptions,
            [CodeKind.InformationSource] = catalogue.InformationSources,
            [CodeKind.Tool] = catalogue.Tools,
            [CodeKind.Region] = catalogue.Regions,
            [CodeKind.CommunityActor] = catalogue.CommunityActors,
            [CodeKind.ResponseStep] = catalogue.ResponseSteps,
            [CodeKind.ResponsePrerequisite] = catalogue.ResponsePrerequisites,
            [CodeKind.CouncilAvenue] = catalogue.CouncilAvenues,
            [CodeKind.AssistanceCategory] = catalogue.AssistanceCategories,
            [CodeKind.AssistanceForm] = AssistanceForms(catalogue),
            [CodeKind.CivilianForm] = AssistanceForms(catalogue).SelectMany(form => form.Areas ?? []),
            [CodeKind.AssistancePrinciple] = catalogue.AssistancePrinciples,
        }.ToFrozenDictionary(
            kind => kind.Key, kind => kind.Value.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal));

    private static IEnumerable<RiskFactor> Factors(Catalogue catalogue) =>
        catalogue.Frameworks.SelectMany(framework => framework.Factors);

    private static IEnumerable<Indicator> Indicators(Catalogue catalogue) =>
        Factors(catalogue).SelectMany(factor => factor.Indicators ?? []);

    private static IEnumerable<ICatalogueEntry> Assistance(Catalogue catalogue)
    {
        var forms = AssistanceForms(catalogue).ToArray();
        return [.. catalogue.AssistanceCategories, .. forms, .. forms.SelectMany(form => form.Areas ?? [])];
    }

    private static IEnumerable<AssistanceForm> AssistanceForms(Catalogue catalogue) =>
        catalogue.AssistanceCategories.SelectMany(category => category.Forms);
}
