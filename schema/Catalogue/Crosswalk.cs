using R2P.GraphQL;

namespace R2P.Schema.Catalogue;

/// <summary>How the factors of one framework correspond to those of another: an editorial aid, no part of either framework.</summary>
public sealed record Crosswalk
{
    /// <summary>The framework that one has.</summary>
    public required Framework From { get; init; }

    /// <summary>The framework that one wants.</summary>
    public required Framework To { get; init; }

    /// <summary>What to know about the comparison as a whole.</summary>
    public string? Description { get; init; }

    /// <summary>The factors that correspond, in the order of the framework that one has; of several counterparts the nearest first.</summary>
    [ListSize(AssumedSize = 14)]
    public required IReadOnlyList<FactorLink> Links { get; init; }

    /// <summary>The factors of <c>from</c> that have no counterpart.</summary>
    public IReadOnlyList<RiskFactor> WithoutCounterpart => [.. From.Factors.Where(factor => Links.All(link => link.From != factor))];
}

/// <summary>Two factors that correspond.</summary>
public sealed record FactorLink
{
    /// <summary>The factor of the framework that one has.</summary>
    public required RiskFactor From { get; init; }

    /// <summary>Its counterpart.</summary>
    public required RiskFactor To { get; init; }

    /// <summary>How far they ask for the same.</summary>
    public LinkExtent Extent { get; init; }

    /// <summary>Where they differ; null if nothing is to be said.</summary>
    public string? Note { get; init; }
}

/// <summary>How far two factors ask for the same.</summary>
public enum LinkExtent
{
    /// <summary>A finding on one can be read as a finding on the other.</summary>
    Close,

    /// <summary>Only a part of what one asks for is asked for by the other: see the note.</summary>
    Partial,
}

/// <summary>A comparison as the file has it.</summary>
internal sealed record CrosswalkEntry(string From, string To, string? Description, IReadOnlyList<FactorLinkEntry> Links)
{
    public CrosswalkEntry Reversed() =>
        new(To, From, Description, [.. Links.Select(link => link with { From = link.To, To = link.From })]);

    public Crosswalk Between(Catalogue catalogue)
    {
        var (from, to) = (FrameworkOf(catalogue, From), FrameworkOf(catalogue, To));
        return new Crosswalk
        {
            From = from,
            To = to,
            Description = Description,
            Links =
            [
                .. Links.Select(link => new FactorLink
                {
                    From = catalogue.FindFactor(From, link.From)!,
                    To = catalogue.FindFactor(To, link.To)!,
                    Extent = link.Extent,
                    Note = link.Note,
                }).OrderBy(link => link.From.Number),
            ],
        };
    }

    private static Framework FrameworkOf(Catalogue catalogue, string code) => (Framework)catalogue.Find(code, CodeKind.Framework)!;
}

internal sealed record FactorLinkEntry(string From, string To, LinkExtent Extent, string? Note);
