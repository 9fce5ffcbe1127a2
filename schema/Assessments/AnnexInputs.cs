using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>A new annex. Only your office reads it until you share it.</summary>
/// <param name="AssessmentId">The assessment that it belongs to, one of your office.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">A title; at most 300 characters.</param>
/// <param name="Text">What is to be said beside the lists (Markdown); at most 20,000 characters.</param>
/// <param name="Groups">The groups at risk, and what protects them.</param>
/// <param name="Consulted">Who was consulted in confidence.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AddAnnexInput(
    [property: ID<Assessment>] Guid AssessmentId,
    AnnexKind Kind,
    string Title,
    string? Text = null,
    IReadOnlyList<GroupAtRiskInput>? Groups = null,
    IReadOnlyList<ConsultedInput>? Consulted = null,
    string? ClientMutationId = null);

/// <summary>A change of an annex. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The annex.</param>
/// <param name="Version">The version of the annex that you saw.</param>
/// <param name="Title">The new title.</param>
/// <param name="Text">The new text (Markdown); null removes it.</param>
/// <param name="Groups">All groups anew.</param>
/// <param name="Consulted">All who were consulted, anew.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseAnnexInput(
    [property: ID<ConfidentialAnnex>] Guid Id,
    int Version,
    string? Title = null,
    Optional<string?> Text = default,
    IReadOnlyList<GroupAtRiskInput>? Groups = null,
    IReadOnlyList<ConsultedInput>? Consulted = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>Another audience for the annex of a published assessment.</summary>
/// <param name="Id">The annex.</param>
/// <param name="Version">The version of the annex that you saw.</param>
/// <param name="Audience">With whom to share it: your office, the offices of your State, or whom you name.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShareAnnexInput(
    [property: ID<ConfidentialAnnex>] Guid Id, int Version, AudienceInput Audience, string? Reason = null, string? ClientMutationId = null);

/// <summary>An annex to erase, with every version that it had.</summary>
/// <param name="Id">The annex.</param>
/// <param name="Version">The version of the annex that you saw.</param>
/// <param name="Reason">Why; at most 1,000 characters. It is kept when the text is gone.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EraseAnnexInput(
    [property: ID<ConfidentialAnnex>] Guid Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>A group at risk, never a list of its members.</summary>
/// <param name="Category">What kind of group it is.</param>
/// <param name="Area">Where the group lives: a country or one of its first-level regions, nothing nearer; at most 100 characters.</param>
/// <param name="Threat">What threatens the group (Markdown); at most 20,000 characters.</param>
/// <param name="Resilience">What makes the group strong against it (Markdown).</param>
/// <param name="SelfProtection">How the group protects itself, told so that it harms nobody (Markdown).</param>
public sealed record GroupAtRiskInput(
    GroupCategory Category, string Area, string Threat, string? Resilience = null, string? SelfProtection = null);
