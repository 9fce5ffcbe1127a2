using System.Text.Json.Serialization;

namespace R2P.Schema.Catalogue;

/// <summary>One of the four crimes that the responsibility to protect is about.</summary>
public sealed record AtrocityCrime : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>Whether international criminal law defines it as a crime of its own.</summary>
    public bool DefinedInInternationalCriminalLaw { get; init; }
}

/// <summary>How near atrocity crimes are.</summary>
public sealed record RiskStage : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>Its place in the order, from general to imminent.</summary>
    public int Number { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>What kind of measures the stage asks for.</summary>
    public ResponseFocus ResponseFocus { get; init; }
}

/// <summary>What kind of measures a stage asks for.</summary>
public enum ResponseFocus
{
    /// <summary>Work on structures and resilience.</summary>
    Structural,

    /// <summary>Measures that meet a specific threat.</summary>
    Targeted,

    /// <summary>Measures that meet a specific threat at once.</summary>
    UrgentTargeted,
}

/// <summary>An event that can turn risk into violence.</summary>
public sealed record TriggerEvent : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>The number of the indicator of the 2014 Framework that it answers to, such as <c>8.4</c>; null if there is none.</summary>
    [JsonPropertyName("framework2014")]
    public string? IndicatorNumber { get; init; }
}

/// <summary>Something that a State can do, of which a report gives examples.</summary>
public sealed record PolicyOption : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>What it serves: an editorial aid, in no source.</summary>
    public required string Group { get; init; }

    /// <summary>Where the source says it.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>The States that the source names as examples (ISO 3166-1 alpha-3).</summary>
    public required IReadOnlyList<string> Examples { get; init; }
}
