using System.Text.Json.Serialization;

namespace R2P.Schema.Catalogue;

/// <summary>What is known in public about a regional or subregional organization.</summary>
public sealed record RegionalOrganizationEntry : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary><c>REGIONAL</c> or <c>CROSS_REGIONAL</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it works.</summary>
    public required string Region { get; init; }

    /// <summary>Codes of the reference documents that name it.</summary>
    public required IReadOnlyList<string> NamedIn { get; init; }

    /// <summary>Whether it is a network of peers, too, which the network's code names as well.</summary>
    public bool AlsoNetwork { get; init; }

    /// <summary>How it warns early; null where that is not known here.</summary>
    public string? EarlyWarningMechanism { get; init; }

    /// <summary>Its bodies that matter for prevention.</summary>
    public required IReadOnlyList<string> RelevantBodies { get; init; }

    /// <summary>Its member States (ISO 3166-1 alpha-3); null where they are not recorded.</summary>
    [JsonPropertyName("members")]
    public IReadOnlyList<string>? MemberCodes { get; init; }

    /// <summary>Its members that are no States of this catalogue.</summary>
    public required IReadOnlyList<OtherMember> OtherMembers { get; init; }

    /// <summary>What one has to know about the membership.</summary>
    public string? MembershipNote { get; init; }

    /// <summary>Whether the membership has been cross-checked.</summary>
    public bool MembershipVerified { get; init; }
}

/// <summary>A member of an organization that is no State of this catalogue.</summary>
public sealed record OtherMember
{
    /// <summary>The ISO 3166-1 alpha-3 code of its territory.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>What one has to know about it.</summary>
    public string? Note { get; init; }
}

/// <summary>What is known in public about a network for prevention.</summary>
public sealed record NetworkEntry : ICatalogueEntry
{
    /// <inheritdoc/>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public string? Description { get; init; }

    /// <summary>What kind of network it is, such as <c>INTERGOVERNMENTAL_NETWORK</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The year in which it began; null where that is not known here.</summary>
    public int? Launched { get; init; }

    /// <summary>Who keeps its secretariat; null where that is not known here.</summary>
    public string? Secretariat { get; init; }

    /// <summary>The States that founded it (ISO 3166-1 alpha-3); null where that is not known here.</summary>
    public IReadOnlyList<string>? Founders { get; init; }

    /// <summary>The States of its organizing group (ISO 3166-1 alpha-3); null without one.</summary>
    public IReadOnlyList<string>? OrganizingGroup { get; init; }

    /// <summary>Its member States (ISO 3166-1 alpha-3); null where they are not recorded.</summary>
    [JsonPropertyName("members")]
    public IReadOnlyList<string>? MemberCodes { get; init; }

    /// <summary>What one has to know about the number of members.</summary>
    public string? MemberCountNote { get; init; }

    /// <summary>The languages in which it began to work (BCP 47); null where that is not known here.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>The code of the network that it belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>Codes of the reference documents that name it.</summary>
    public required IReadOnlyList<string> NamedIn { get; init; }

    /// <summary>Whether the entry has been compared with a public text.</summary>
    public bool Verified { get; init; }
}
