using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Institutions;

/// <summary>A body of a State's architecture.</summary>
/// <param name="Title">The body's name; at most 300 characters.</param>
/// <param name="Category">What sort of body it is.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">The State whose body it is; by default the office's own. The office of a State records its own State's bodies.</param>
/// <param name="Inhibitors">The inhibitors that it serves (codes of the catalogue).</param>
/// <param name="Members">The ministries and others that sit in it; at most 200.</param>
/// <param name="LegalBase">The law, decree or treaty on which it rests (Markdown).</param>
/// <param name="MeetingRhythm">How often it meets (Markdown).</param>
/// <param name="TermsOfReference">What it is charged with (Markdown).</param>
/// <param name="Description">How it works together with the rest of the architecture (Markdown).</param>
/// <param name="StartedOn">Since when it has been there.</param>
/// <param name="ContributorOffice">The office by which the body itself contributes to the network's work.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">With whom to share it at once; by default it stays in your office until it is shared.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record RecordInstitutionInput(
    string Title,
    InstitutionCategory Category,
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<string>? Members = null,
    string? LegalBase = null,
    string? MeetingRhythm = null,
    string? TermsOfReference = null,
    string? Description = null,
    DateOnly? StartedOn = null,
    [property: ID<Members.Office>] Guid? ContributorOffice = null,
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>What has changed about a body. What is left out stays as it is.</summary>
/// <param name="Id">The institution.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The body's name.</param>
/// <param name="Category">What sort of body it is.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Inhibitors">All inhibitors anew.</param>
/// <param name="Members">All members anew.</param>
/// <param name="LegalBase">The law on which it rests (Markdown); null removes it.</param>
/// <param name="MeetingRhythm">How often it meets (Markdown); null removes it.</param>
/// <param name="TermsOfReference">What it is charged with (Markdown); null removes it.</param>
/// <param name="Description">How it works together with the rest (Markdown); null removes it.</param>
/// <param name="StartedOn">Since when it has been there; null if that is not known.</param>
/// <param name="ContributorOffice">The office by which the body itself contributes; null if it has none.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseInstitutionInput(
    [property: ID<Institution>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    InstitutionCategory? Category = null,
    Optional<string?> Summary = default,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<string>? Members = null,
    Optional<string?> LegalBase = default,
    Optional<string?> MeetingRhythm = default,
    Optional<string?> TermsOfReference = default,
    Optional<string?> Description = default,
    Optional<DateOnly?> StartedOn = default,
    [property: ID<Members.Office>] Optional<Guid?> ContributorOffice = default,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>The end of a body.</summary>
/// <param name="Id">The institution.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="EndedOn">The first day on which it was not there any more; today by default.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EndInstitutionInput(
    [property: ID<Institution>] Guid Id, int Version, DateOnly? EndedOn = null, string? Reason = null, string? ClientMutationId = null);
