namespace R2P.Schema.Catalogue;

/// <summary>A kind of help to a State.</summary>
public sealed record AssistanceCategory : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>The forms that such help takes.</summary>
    public required IReadOnlyList<AssistanceForm> Forms { get; init; }
}

/// <summary>A form that help takes.</summary>
public sealed record AssistanceForm : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>The areas in which the form is given; null where the source does not divide.</summary>
    public IReadOnlyList<CodeEntry>? Areas { get; init; }
}
