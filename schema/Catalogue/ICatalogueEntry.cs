using R2P.GraphQL;

namespace R2P.Schema.Catalogue;

/// <summary>An entry of the catalogue. Documents store its code, never its name.</summary>
[InterfaceType("CatalogueEntry")]
public interface ICatalogueEntry
{
    /// <summary>A stable code, unique in the whole catalogue.</summary>
    string Code { get; }

    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>One line in our own words; null where the name says enough.</summary>
    string? Description { get; }
}

/// <summary>Where something is said.</summary>
public sealed record Citation
{
    /// <summary>The code of a reference document.</summary>
    public required string Document { get; init; }

    /// <summary>Where in the document; null for the whole of it.</summary>
    public string? At { get; init; }
}

/// <summary>A document that the catalogue cites.</summary>
public sealed record ReferenceDocument : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>The official symbol, such as <c>A/RES/60/1</c>.</summary>
    public string? Symbol { get; init; }

    /// <summary>The year of publication.</summary>
    public int Year { get; init; }

    /// <summary>Codes of the documents that cite it.</summary>
    public required IReadOnlyList<string> CitedIn { get; init; }

    /// <summary>The code of the document that this one sums up.</summary>
    public string? SummaryOf { get; init; }
}
