namespace R2P.Schema.Catalogue;

/// <summary>A Member State or observer State of the United Nations.</summary>
public sealed record Country : ICatalogueEntry
{
    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Alpha2 { get; init; }

    /// <summary>ISO 3166-1 numeric, three digits.</summary>
    public required string Numeric { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>A shorter name for lists.</summary>
    public required string CommonName { get; init; }

    /// <inheritdoc/>
    public string? Description => null;

    /// <summary>The code of its region (UN M49).</summary>
    public required string Region { get; init; }

    /// <summary>The code of its subregion (UN M49).</summary>
    public required string Subregion { get; init; }

    /// <summary>The code of its intermediate region (UN M49); null where M49 has none.</summary>
    public string? IntermediateRegion { get; init; }

    /// <summary>How it belongs to the United Nations.</summary>
    public UnStatus UnStatus { get; init; }

    /// <summary>Its regional group in the United Nations; null for an observer State.</summary>
    public UnRegionalGroup? UnRegionalGroup { get; init; }

    internal bool LiesIn(string region) => Region == region || Subregion == region || IntermediateRegion == region;
}

/// <summary>How a State belongs to the United Nations.</summary>
public enum UnStatus
{
    /// <summary>A Member State.</summary>
    MemberState,

    /// <summary>A non-member observer State.</summary>
    ObserverState,
}

/// <summary>The regional groups of the United Nations.</summary>
public enum UnRegionalGroup
{
    /// <summary>The African States.</summary>
    AfricanGroup,

    /// <summary>The Asian and Pacific States.</summary>
    AsiaPacificGroup,

    /// <summary>The Eastern European States.</summary>
    EasternEuropeanGroup,

    /// <summary>The Latin American and Caribbean States.</summary>
    Grulac,

    /// <summary>The Western European and other States.</summary>
    Weog,
}

/// <summary>A region of UN M49.</summary>
public sealed record Region : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description => null;

    /// <summary>How large it is.</summary>
    public RegionLevel Level { get; init; }

    /// <summary>Its M49 number, three digits.</summary>
    public required string M49 { get; init; }

    /// <summary>The code of the region that it lies in; null for a region of the first level.</summary>
    public string? Parent { get; init; }
}

/// <summary>The levels of UN M49.</summary>
public enum RegionLevel
{
    /// <summary>A continent.</summary>
    Region,

    /// <summary>A part of a region.</summary>
    Subregion,

    /// <summary>A part of a subregion.</summary>
    IntermediateRegion,
}
