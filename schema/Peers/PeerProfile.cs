using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Peers;

/// <summary>What an office lets others know in order to be matched with like ones. Only the office itself reads it.</summary>
public sealed class PeerProfile : IReadable
{
    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>The inhibitors in which the office sees gaps (codes of the catalogue).</summary>
    public string[] Inhibitors { get; set; } = [];

    /// <summary>The contexts in which it works (any codes of the catalogue, such as a region or a policy option).</summary>
    public string[] Contexts { get; set; } = [];

    /// <summary>Since when this holds.</summary>
    public DateTimeOffset Since { get; set; }

    [GraphQLIgnore]
    public string[] Readers { get; set; } = [];
}

/// <summary>An office that shares a gap or a context with yours; both have opted in.</summary>
public sealed class PeerSuggestion : IReadable
{
    [GraphQLIgnore]
    public Guid OfficeId { get; init; }

    [GraphQLIgnore]
    public Guid PeerId { get; init; }

    /// <summary>The inhibitors that both named.</summary>
    public string[] Inhibitors { get; init; } = [];

    /// <summary>The contexts that both named.</summary>
    public string[] Contexts { get; init; } = [];

    [GraphQLIgnore]
    public string[] Readers { get; init; } = [];
}

/// <summary>What your office lets others know in order to be matched. Who shares a code with you learns that code, and no other.</summary>
/// <param name="Inhibitors">The inhibitors in which you see gaps (codes of the catalogue).</param>
/// <param name="Contexts">The contexts in which you work (any codes of the catalogue).</param>
/// <param name="Office">For which office; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record OptInToPeerMatchingInput(
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<string>? Contexts = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>Your office is matched no more.</summary>
/// <param name="Office">For which office; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record OptOutOfPeerMatchingInput([property: ID<Members.Office>] Guid? Office = null, string? ClientMutationId = null);
