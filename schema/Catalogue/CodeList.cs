namespace R2P.Schema.Catalogue;

/// <summary>A list of codes that need no more than a name and a line of description.</summary>
/// <param name="Name">The list's name, such as <c>priorities2015</c>.</param>
/// <param name="Entries">The entries in the order of their source.</param>
public sealed record CodeList(string Name, IReadOnlyList<CodeEntry> Entries)
{
    private static readonly HashSet<string> OpenLists =
    [
        "assistancePrinciples", "civilSocietyRoles", "communityActors", "councilEarlyActionAvenues2016", "crossCuttingThemes", "depositaries",
        "informationSources2016", "peacefulTools2016", "unEntities",
    ];

    /// <summary>Whether networks may add to it. Other lists tell what a report says, or are complete.</summary>
    public bool Open => OpenLists.Contains(Name);
}

/// <summary>An entry of a plain code list.</summary>
public sealed record CodeEntry : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Its number in the source; null where the source does not count.</summary>
    public int? Number { get; init; }

    /// <summary>Where the source says it.</summary>
    public IReadOnlyList<Citation>? Source { get; init; }

    /// <summary>Codes of the reference documents that name it.</summary>
    public IReadOnlyList<string>? NamedIn { get; init; }
}
