namespace R2P.Schema.Catalogue;

/// <summary>A treaty, or another instrument of international law.</summary>
public sealed record LegalInstrument : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>A short name for lists.</summary>
    public required string ShortName { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>When it was adopted.</summary>
    public DateOnly Adopted { get; init; }

    /// <summary>When it entered into force; null while it has not, or where that is not known here.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>The code of who keeps it (code list <c>depositaries</c>).</summary>
    public required string Depositary { get; init; }

    /// <summary>Where it applies: <c>UNIVERSAL</c>, or <c>REGIONAL_</c> with the region.</summary>
    public required string Scope { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Its chapter in the United Nations Treaty Collection, such as <c>IV-1</c>.</summary>
    public string? UntcRef { get; init; }

    /// <summary>The code of the instrument that it adds to.</summary>
    public string? Parent { get; init; }

    /// <summary>Codes of the reference documents that name it.</summary>
    public required IReadOnlyList<string> NamedIn { get; init; }

    /// <summary>Whether it binds its parties in law.</summary>
    public bool Binding { get; init; }

    /// <summary>Whether title and dates have been compared with a public text.</summary>
    public bool Verified { get; init; }

    /// <summary>What one has to know to use the entry.</summary>
    public string? Note { get; init; }
}

/// <summary>A step that a State can take towards an instrument.</summary>
public sealed record TreatyStep : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Whether the step makes the State a party.</summary>
    public bool MakesParty { get; init; }
}

/// <summary>A review of States by their peers or by experts.</summary>
public sealed record PeerReviewMechanism : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Who holds the review.</summary>
    public required string Body { get; init; }

    /// <summary>After how many years a State's turn comes again; null without a fixed cycle.</summary>
    public double? CycleYears { get; init; }

    /// <summary>The cycle in words.</summary>
    public required string CycleNote { get; init; }

    /// <summary>Where it applies: <c>UNIVERSAL</c>, or <c>REGIONAL_</c> with the region.</summary>
    public required string Scope { get; init; }

    /// <summary>Whether the outcome is public; null where that is not known here.</summary>
    public bool? OutcomePublic { get; init; }

    /// <summary>Whether civil society can contribute.</summary>
    public bool CivilSocietyInput { get; init; }

    /// <summary>The code of the legal instrument that it rests on.</summary>
    public string? Instrument { get; init; }

    /// <summary>Codes of the reference documents that name it.</summary>
    public required IReadOnlyList<string> NamedIn { get; init; }

    /// <summary>Whether the entry has been compared with a public text.</summary>
    public bool Verified { get; init; }
}
