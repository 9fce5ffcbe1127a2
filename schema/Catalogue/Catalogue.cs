using System.Collections.Frozen;
using R2P.GraphQL;

namespace R2P.Schema.Catalogue;

/// <summary>
/// The reference data that documents point to: frameworks, countries, organizations, instruments, and what reports ask for.
/// It is part of the service, and the same for everyone.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, ICatalogueEntry> _entries;
    private readonly FrozenDictionary<CodeKind, FrozenDictionary<string, ICatalogueEntry>> _kinds;
    private readonly ILookup<string, RegionalOrganizationEntry> _organizationsOf;
    private readonly IReadOnlyList<CrosswalkEntry> _crosswalks;

    private Catalogue(CatalogueFile file)
    {
        AtrocityCrimes = file.AtrocityCrimes;
        Stages = file.Stages;
        AssistanceCategories = file.AssistanceCategories;
        Frameworks = file.Frameworks;
        _crosswalks = file.Crosswalks;
        Triggers = file.Triggers;
        PolicyOptions = file.PolicyOptions;
        LegalInstruments = file.LegalInstruments;
        TreatySteps = file.TreatySteps;
        Networks = file.Networks;
        RegionalOrganizations = file.RegionalOrganizations;
        PeerReviewMechanisms = file.PeerReviewMechanisms;
        ReferenceDocuments = file.ReferenceDocuments;
        Regions = file.Regions;
        AllCountries = file.Countries;
        CodeLists = file.ReadCodeLists();
        _entries = CatalogueIndex.All(this).ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        _kinds = CatalogueIndex.ByKind(this);
        _organizationsOf = RegionalOrganizations
            .SelectMany(organization => organization.MemberCodes ?? [], (organization, member) => (organization, member))
            .ToLookup(membership => membership.member, membership => membership.organization, StringComparer.Ordinal);
    }

    /// <summary>The crimes that the responsibility to protect is about.</summary>
    public IReadOnlyList<AtrocityCrime> AtrocityCrimes { get; }

    /// <summary>The three pillars of the responsibility to protect.</summary>
    public IReadOnlyList<CodeEntry> Pillars => Entries("pillars");

    /// <summary>How near atrocity crimes are, from general to imminent.</summary>
    public IReadOnlyList<RiskStage> Stages { get; }

    /// <summary>What keeps atrocity crimes from happening.</summary>
    public IReadOnlyList<CodeEntry> Inhibitors => Entries("inhibitors");

    /// <summary>Events that can turn risk into violence.</summary>
    public IReadOnlyList<TriggerEvent> Triggers { get; }

    /// <summary>Published sets of risk factors.</summary>
    public IReadOnlyList<Framework> Frameworks { get; }

    /// <summary>What the report of 2013 offers States to do, with the States it names as examples.</summary>
    public IReadOnlyList<PolicyOption> PolicyOptions { get; }

    /// <summary>Kinds of help to States, each with its forms.</summary>
    public IReadOnlyList<AssistanceCategory> AssistanceCategories { get; }

    /// <summary>What help has to respect.</summary>
    public IReadOnlyList<CodeEntry> AssistancePrinciples => Entries("assistancePrinciples");

    /// <summary>Treaties and other instruments of international law.</summary>
    public IReadOnlyList<LegalInstrument> LegalInstruments { get; }

    /// <summary>What a State can do about an instrument.</summary>
    public IReadOnlyList<TreatyStep> TreatySteps { get; }

    /// <summary>Networks for prevention.</summary>
    public IReadOnlyList<NetworkEntry> Networks { get; }

    /// <summary>Regional and subregional organizations.</summary>
    public IReadOnlyList<RegionalOrganizationEntry> RegionalOrganizations { get; }

    /// <summary>Bodies of the United Nations that matter for prevention.</summary>
    public IReadOnlyList<CodeEntry> UnEntities => Entries("unEntities");

    /// <summary>Reviews of States by their peers or by experts.</summary>
    public IReadOnlyList<PeerReviewMechanism> PeerReviewMechanisms { get; }

    /// <summary>Where information about risks comes from.</summary>
    public IReadOnlyList<CodeEntry> InformationSources => Entries("informationSources2016");

    /// <summary>Peaceful means of response.</summary>
    public IReadOnlyList<CodeEntry> Tools => Entries("peacefulTools2016");

    /// <summary>Groups of society that are partners in prevention.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<CodeEntry> CommunityActors => Entries("communityActors");

    /// <summary>The steps of a timely response.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<CodeEntry> ResponseSteps => Entries("responseSteps2016");

    /// <summary>What has to be there before a response.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<CodeEntry> ResponsePrerequisites => Entries("responsePrerequisites2015");

    /// <summary>Ways to bring a risk before the Security Council.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<CodeEntry> CouncilAvenues => Entries("councilEarlyActionAvenues2016");

    /// <summary>The documents that the catalogue cites.</summary>
    public IReadOnlyList<ReferenceDocument> ReferenceDocuments { get; }

    /// <summary>The regions of UN M49.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The lists of codes that need no more than a name and a line of description.</summary>
    public IReadOnlyList<CodeList> CodeLists { get; }

    /// <summary>The Member States and observer States of the United Nations.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<Country> AllCountries { get; }

    /// <summary>The entries of all codes.</summary>
    internal IEnumerable<ICatalogueEntry> AllEntries => _entries.Values;

    /// <summary>The catalogue that is built into the service.</summary>
    public static Catalogue BuiltIn { get; } = new(CatalogueFile.Read());

    /// <summary>The entry of any code; null for a code that the catalogue does not know.</summary>
    public ICatalogueEntry? FindCode(string code) => _entries.GetValueOrDefault(code);

    /// <summary>A framework in one version.</summary>
    public Framework? FindFramework(string code, string version) =>
        Frameworks.FirstOrDefault(framework => framework.Code == code && framework.Version == version);

    /// <summary>How the factors of one framework correspond to those of another, whichever of the two came first; null if nobody has compared them.</summary>
    public Crosswalk? FindCrosswalk(string from, string to) =>
        _crosswalks.Where(known => known.From == from && known.To == to).Select(known => known.Between(this)).FirstOrDefault()
        ?? _crosswalks.Where(known => known.From == to && known.To == from).Select(known => known.Reversed().Between(this)).FirstOrDefault();

    /// <summary>A country by its alpha-3 code.</summary>
    public Country? FindCountry(string code) => Find(code, CodeKind.Country) as Country;

    /// <summary>The organizations of which a country is a member.</summary>
    public IEnumerable<RegionalOrganizationEntry> OrganizationsOf(string country) => _organizationsOf[country];

    /// <summary>Whether the catalogue knows the code at all: what a tag has to be.</summary>
    public bool IsCode(string code) => _entries.ContainsKey(code);

    /// <summary>Whether the code stands for something of the kind.</summary>
    public bool Is(string code, CodeKind kind) => Find(code, kind) is not null;

    public bool IsCountry(string code) => Is(code, CodeKind.Country);

    public bool IsOrganization(string code) => Is(code, CodeKind.Organization);

    /// <summary>Whether the code names a network, or an organization that is one, too.</summary>
    public bool IsNetwork(string code) =>
        Is(code, CodeKind.Network) || Find(code, CodeKind.Organization) is RegionalOrganizationEntry { AlsoNetwork: true };

    public bool IsPillar(string code) => Is(code, CodeKind.Pillar);

    public bool IsStage(string code) => Is(code, CodeKind.Stage);

    public bool IsInhibitor(string code) => Is(code, CodeKind.Inhibitor);

    public bool IsTrigger(string code) => Is(code, CodeKind.Trigger);

    public bool IsPolicyOption(string code) => Is(code, CodeKind.PolicyOption);

    public bool IsInformationSource(string code) => Is(code, CodeKind.InformationSource);

    public bool IsTool(string code) => Is(code, CodeKind.Tool);

    /// <summary>Whether a framework, given by its code, has the risk factor.</summary>
    public bool IsFactor(string framework, string factor) => FindFactor(framework, factor) is not null;

    /// <summary>Whether a framework, given by its code, has the indicator under the risk factor.</summary>
    public bool IsIndicator(string framework, string factor, string indicator) =>
        FindFactor(framework, factor)?.Indicators?.Any(known => known.Code == indicator) == true;

    /// <summary>A sentence that offers what may have been meant, with a leading space; empty if nothing is near.</summary>
    public string Suggest(string code, CodeKind kind) =>
        CodeSuggestions.For(code, kind == CodeKind.Any ? _entries : _kinds[kind]);

    internal ICatalogueEntry? Find(string code, CodeKind kind) =>
        kind == CodeKind.Any ? FindCode(code) : _kinds[kind].GetValueOrDefault(code);

    internal RiskFactor? FindFactor(string framework, string code) =>
        (Find(framework, CodeKind.Framework) as Framework)?.Factors.FirstOrDefault(factor => factor.Code == code);

    private IReadOnlyList<CodeEntry> Entries(string list) => CodeLists.First(known => known.Name == list).Entries;
}
