using System.Text.Json.Serialization;

namespace R2P.Schema.Catalogue;

/// <summary>A published set of risk factors, by which assessments are written.</summary>
public sealed record Framework : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>The version; an assessment names code and version.</summary>
    public required string Version { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>The code of the framework of which it is a newer version; null if it is none.</summary>
    public string? Replaces { get; init; }

    /// <summary>The document that sets it out.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>The risk factors in the framework's order.</summary>
    public required IReadOnlyList<RiskFactor> Factors { get; init; }
}

/// <summary>A condition that raises the risk of atrocity crimes.</summary>
public sealed record RiskFactor : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>Its number in the framework.</summary>
    public int Number { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>Whether it goes with every atrocity crime or with one; null where the framework does not divide.</summary>
    public FactorKind? Kind { get; init; }

    /// <summary>Codes of the atrocity crimes that it goes with; null where the framework does not tell.</summary>
    public IReadOnlyList<string>? Crimes { get; init; }

    /// <summary>Whether it changes slowly or fast: an editorial aid, in no source.</summary>
    public FactorTiming? Timing { get; init; }

    /// <summary>The nearest factors of the 2014 Framework, for a factor of 2013: an editorial aid, in no source.</summary>
    [JsonPropertyName("crosswalk2014")]
    public IReadOnlyList<string>? NearestIn2014 { get; init; }

    /// <summary>Where it is set out.</summary>
    public required IReadOnlyList<Citation> Source { get; init; }

    /// <summary>Whether the name has been compared with the published text. Show it as a working label until then.</summary>
    public bool TitleVerified { get; init; }

    /// <summary>Whether the name, the list of indicators and each of their labels have been compared with the published text.</summary>
    public bool Verified { get; init; }

    /// <summary>The number of the indicator from which on the numbering may be off; null if there is none.</summary>
    public string? NumberingUncertainFrom { get; init; }

    /// <summary>Signs by which the factor shows; null where the framework has none.</summary>
    public IReadOnlyList<Indicator>? Indicators { get; init; }
}

/// <summary>A sign by which a risk factor shows.</summary>
public sealed record Indicator : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <summary>Its number in the framework, such as <c>1.10</c>.</summary>
    public required string Number { get; init; }

    /// <inheritdoc/>
    [JsonPropertyName("label")]
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description => null;

    /// <summary>Whether the name has been compared with the published text. Show it as a working label until then.</summary>
    public bool Verified { get; init; }
}

/// <summary>With which crimes a risk factor goes.</summary>
public enum FactorKind
{
    /// <summary>With every atrocity crime.</summary>
    Common,

    /// <summary>With one of the crimes.</summary>
    Specific,
}

/// <summary>How fast a risk factor changes.</summary>
public enum FactorTiming
{
    /// <summary>Over years.</summary>
    Structural,

    /// <summary>Over weeks or months.</summary>
    Dynamic,

    /// <summary>Either of the two.</summary>
    StructuralOrDynamic,

    /// <summary>At once.</summary>
    Trigger,
}
