using System.Collections.Frozen;

namespace R2P.Schema.Catalogue;

/// <summary>All that the catalogue holds at one moment; it never changes.</summary>
internal sealed class CatalogueContent
{
    private readonly FrozenDictionary<CodeKind, FrozenDictionary<string, ICatalogueEntry>> _kinds;
    private readonly IReadOnlyList<CodeList> _allLists;

    public CatalogueContent(CatalogueFile file, CatalogueAdditions additions)
    {
        Additions = additions;
        HasRetired = additions.Entries.Values.Any(entry => entry.RetiredAt is not null);
        _allLists = file.ReadCodeLists();
        Entries = CatalogueIndex.All(file, _allLists).ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        _kinds = CatalogueIndex.ByKind(file, list => _allLists.First(known => known.Name == list).Entries);
        OrganizationsOf = file.RegionalOrganizations
            .SelectMany(organization => organization.MemberCodes ?? [], (organization, member) => (organization, member))
            .ToLookup(membership => membership.member, membership => membership.organization, StringComparer.Ordinal);
        File = file with
        {
            Triggers = Offered(file.Triggers),
            LegalInstruments = Offered(file.LegalInstruments),
            ReferenceDocuments = Offered(file.ReferenceDocuments),
            Frameworks = Offered(file.Frameworks),
        };
        CodeLists = [.. _allLists.Select(list => list with { Entries = Offered(list.Entries) })];
    }

    /// <summary>The lists, without what was retired: they say what one can choose.</summary>
    public CatalogueFile File { get; }

    /// <summary>The plain lists, likewise.</summary>
    public IReadOnlyList<CodeList> CodeLists { get; }

    /// <summary>Every entry by its code, also one that was retired: documents keep it.</summary>
    public FrozenDictionary<string, ICatalogueEntry> Entries { get; }

    public ILookup<string, RegionalOrganizationEntry> OrganizationsOf { get; }

    public CatalogueAdditions Additions { get; }

    public bool HasRetired { get; }

    public IReadOnlyDictionary<string, ICatalogueEntry> Of(CodeKind kind) => kind == CodeKind.Any ? Entries : _kinds[kind];

    public IReadOnlyList<CodeEntry> EntriesOf(string list) => CodeLists.First(known => known.Name == list).Entries;

    private IReadOnlyList<T> Offered<T>(IReadOnlyList<T> entries)
        where T : ICatalogueEntry =>
        [.. entries.Where(entry => !Additions.Entries.TryGetValue(entry.Code, out var addition) || addition.RetiredAt is null)];
}
