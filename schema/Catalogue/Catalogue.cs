using R2P.GraphQL;

namespace R2P.Schema.Catalogue;

/// <summary>
/// The reference data that documents point to: frameworks, countries, organizations, instruments, and what reports ask for. It comes with the service;
/// the secretariats of networks add to it. It is the same for everyone.
/// </summary>
public sealed class Catalogue
{
    /// <summary>The language of its names.</summary>
    internal const string Language = "en";

    private static readonly CatalogueContent Shipped = new(CatalogueFile.Read(CatalogueAdditions.None), CatalogueAdditions.None);

    private volatile CatalogueContent _content = Shipped;

    /// <summary>The catalogue as it comes with the service, without what networks add.</summary>
    public static Catalogue BuiltIn { get; } = new();

    /// <summary>The crimes that the responsibility to protect is about.</summary>
    public IReadOnlyList<AtrocityCrime> AtrocityCrimes => _content.File.AtrocityCrimes;

    /// <summary>The three pillars of the responsibility to protect.</summary>
    public IReadOnlyList<CodeEntry> Pillars => Entries("pillars");

    /// <summary>How near atrocity crimes are, from general to imminent.</summary>
    public IReadOnlyList<RiskStage> Stages => _content.File.Stages;

    /// <summary>What keeps atrocity crimes from happening.</summary>
    public IReadOnlyList<CodeEntry> Inhibitors => Entries("inhibitors");

    /// <summary>Events that can turn risk into violence.</summary>
    public IReadOnlyList<TriggerEvent> Triggers => _content.File.Triggers;

    /// <summary>Published sets of risk factors.</summary>
    public IReadOnlyList<Framework> Frameworks => _content.File.Frameworks;

    /// <summary>What the report of 2013 offers States to do, with the States it names as examples.</summary>
    public IReadOnlyList<PolicyOption> PolicyOptions => _content.File.PolicyOptions;

    /// <summary>Kinds of help to States, each with its forms.</summary>
    public IReadOnlyList<AssistanceCategory> AssistanceCategories => _content.File.AssistanceCategories;

    /// <summary>What help has to respect.</summary>
    public IReadOnlyList<CodeEntry> AssistancePrinciples => Entries("assistancePrinciples");

    /// <summary>Treaties and other instruments of international law.</summary>
    public IReadOnlyList<LegalInstrument> LegalInstruments => _content.File.LegalInstruments;

    /// <summary>What a State can do about an instrument.</summary>
    public IReadOnlyList<TreatyStep> TreatySteps => _content.File.TreatySteps;

    /// <summary>Networks for prevention.</summary>
    public IReadOnlyList<NetworkEntry> Networks => _content.File.Networks;

    /// <summary>Regional and subregional organizations.</summary>
    public IReadOnlyList<RegionalOrganizationEntry> RegionalOrganizations => _content.File.RegionalOrganizations;

    /// <summary>Bodies of the United Nations that matter for prevention.</summary>
    public IReadOnlyList<CodeEntry> UnEntities => Entries("unEntities");

    /// <summary>Reviews of States by their peers or by experts.</summary>
    public IReadOnlyList<PeerReviewMechanism> PeerReviewMechanisms => _content.File.PeerReviewMechanisms;

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
    public IReadOnlyList<ReferenceDocument> ReferenceDocuments => _content.File.ReferenceDocuments;

    /// <summary>The regions of UN M49.</summary>
    public IReadOnlyList<Region> Regions => _content.File.Regions;

    /// <summary>The lists of codes that need no more than a name and a line of description.</summary>
    public IReadOnlyList<CodeList> CodeLists => _content.CodeLists;

    /// <summary>The Member States and observer States of the United Nations.</summary>
    [GraphQLIgnore]
    public IReadOnlyList<Country> AllCountries => _content.File.Countries;

    /// <summary>The entries of all codes.</summary>
    internal IEnumerable<ICatalogueEntry> AllEntries => _content.Entries.Values;

    /// <summary>The entry of any code; null for a code that the catalogue does not know.</summary>
    public ICatalogueEntry? FindCode(string code) => _content.Entries.GetValueOrDefault(code);

    /// <summary>A framework in one version.</summary>
    public Framework? FindFramework(string code, string version) =>
        FindCode(code) is Framework framework && framework.Version == version ? framework : null;

    /// <summary>How the factors of one framework correspond to those of another, whichever of the two came first; null if nobody has compared them.</summary>
    public Crosswalk? FindCrosswalk(string from, string to) =>
        _content.File.Crosswalks.Where(known => known.From == from && known.To == to).Select(known => known.Between(this)).FirstOrDefault()
        ?? _content.File.Crosswalks.Where(known => known.From == to && known.To == from).Select(known => known.Reversed().Between(this)).FirstOrDefault();

    /// <summary>Whether any entry was retired.</summary>
    internal bool HasRetired => _content.HasRetired;

    /// <summary>Whether lists offer an entry no more.</summary>
    internal bool IsRetired(string code) => AdditionOf(code)?.RetiredAt is not null;

    /// <summary>What to take instead of a retired entry: what its network has named, or the newer version of a framework; null if there is nothing.</summary>
    internal ICatalogueEntry? SuccessorOf(string code)
    {
        var (successor, passed) = (NextOf(code), new HashSet<string>(StringComparer.Ordinal) { code });
        while (successor is not null && IsRetired(successor.Code))
        {
            successor = passed.Add(successor.Code) ? NextOf(successor.Code) : null;
        }

        return successor;
    }

    /// <summary>A country by its alpha-3 code.</summary>
    public Country? FindCountry(string code) => Find(code, CodeKind.Country) as Country;

    /// <summary>The organizations of which a country is a member.</summary>
    public IEnumerable<RegionalOrganizationEntry> OrganizationsOf(string country) => _content.OrganizationsOf[country];

    /// <summary>Whether the catalogue knows the code at all: what a tag has to be.</summary>
    public bool IsCode(string code) => _content.Entries.ContainsKey(code);

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
        CodeSuggestions.For(code, _content.Of(kind));

    internal ICatalogueEntry? Find(string code, CodeKind kind) =>
        _content.Of(kind).GetValueOrDefault(code);

    internal RiskFactor? FindFactor(string framework, string code) =>
        (Find(framework, CodeKind.Framework) as Framework)?.Factors.FirstOrDefault(factor => factor.Code == code);

    /// <summary>What networks have said about an entry; null if nothing.</summary>
    internal Addition? AdditionOf(string code) => _content.Additions.Entries.GetValueOrDefault(code);

    /// <summary>What an entry is called in other languages, in the order of the languages.</summary>
    internal IReadOnlyList<EntryText> TextsOf(string code) => _content.Additions.Texts.GetValueOrDefault(code) ?? [];

    private ICatalogueEntry? NextOf(string code) => AdditionOf(code)?.ReplacedBy is { } named
        ? FindCode(named)
        : AllEntries.OfType<Framework>().Where(framework => framework.Replaces == code).MaxBy(framework => framework.Version, StringComparer.Ordinal);

    /// <summary>From now on the catalogue is what comes with the service, and this.</summary>
    internal void Add(CatalogueAdditions additions) => _content = new(CatalogueFile.Read(additions), additions);

    private IReadOnlyList<CodeEntry> Entries(string list) => _content.EntriesOf(list);
}
