using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>A question that is asked.</summary>
/// <param name="Key">A short key by which submissions answer it, such as <c>q1</c>; at most 40 characters.</param>
/// <param name="Text">The question; at most 2,000 characters.</param>
public sealed record QuestionInput(string Key, string Text);

/// <summary>A call for input.</summary>
/// <param name="Title">A title in the consultation's language; at most 300 characters.</param>
/// <param name="Purpose">What the input is for (Markdown); at most 4,000 characters.</param>
/// <param name="Questions">What is asked.</param>
/// <param name="ClosesAt">Until when submissions are taken.</param>
/// <param name="Audience">Who reads it, and so may answer.</param>
/// <param name="Handling">How its readers have to handle it; null without a special rule.</param>
/// <param name="Invited">
/// Offices in whose inbox it stands; by default those that the audience names. Nobody reads it for being invited: they have to be in its audience.
/// </param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Countries">The States that it is about (ISO 3166-1 alpha-3).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OpenConsultationInput(
    string Title,
    string Purpose,
    IReadOnlyList<QuestionInput> Questions,
    DateTimeOffset ClosesAt,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    [property: ID<Office>] IReadOnlyList<Guid>? Invited = null,
    string? Summary = null,
    string Language = "en",
    [property: ID<Office>] Guid? Office = null,
    IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A change of an open consultation. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The consultation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Purpose">What the input is for (Markdown).</param>
/// <param name="Questions">All questions anew. Submissions keep the answers that they have given.</param>
/// <param name="ClosesAt">Another deadline.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Countries">All States anew.</param>
/// <param name="Tags">All catalogue codes anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseConsultationInput(
    [property: ID<Consultation>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    string? Purpose = null,
    IReadOnlyList<QuestionInput>? Questions = null,
    DateTimeOffset? ClosesAt = null,
    Optional<string?> Summary = default,
    IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A consultation that ends.</summary>
/// <param name="Id">The consultation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Report">What came of it, for its readers (Markdown); at most 20,000 characters. It should name nobody who chose not to be named.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseConsultationInput(
    [property: ID<Consultation>] Guid Id, int Version, string Report, string? Reason = null, string? ClientMutationId = null);

/// <summary>What a submission says.</summary>
/// <param name="Publication">How far it goes once the consultation is closed.</param>
/// <param name="Text">What it says beyond the single questions (Markdown); at most 20,000 characters.</param>
/// <param name="Answers">Its answers to the questions.</param>
/// <param name="OnBehalfOf">For whom it speaks besides your office, who have no account: kinds of actors (codes of the catalogue), never persons.</param>
/// <param name="Consent">Whether they have consented to that; needed with <paramref name="OnBehalfOf"/>.</param>
public sealed record SubmissionInput(
    PublicationChoice Publication,
    string Text = "",
    IReadOnlyList<QuestionAnswerInput>? Answers = null,
    IReadOnlyList<string>? OnBehalfOf = null,
    bool Consent = false);

/// <summary>An answer to one question.</summary>
/// <param name="Question">The question's key.</param>
/// <param name="Text">The answer (Markdown); at most 20,000 characters.</param>
public sealed record QuestionAnswerInput(string Question, string Text);

/// <summary>An answer to a consultation.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Submission">What it says.</param>
/// <param name="Office">Which of your offices answers; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SubmitInputInput(
    [property: ID<Consultation>] Guid ConsultationId,
    SubmissionInput Submission,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A submission as it is to stand from now on.</summary>
/// <param name="Id">A submission of your office.</param>
/// <param name="Version">The version of it that you saw.</param>
/// <param name="Submission">The whole submission anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseSubmissionInput(
    [property: ID<Submission>] Guid Id, int Version, SubmissionInput Submission, string? ClientMutationId = null);

/// <summary>A submission that is taken back.</summary>
/// <param name="Id">A submission of your office.</param>
/// <param name="Version">The version of it that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawSubmissionInput([property: ID<Submission>] Guid Id, int Version, string? ClientMutationId = null);

/// <summary>What becomes of a submission, told to its author.</summary>
/// <param name="Id">A submission to a consultation of your office.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">Why, or where it went (Markdown); at most 4,000 characters.</param>
/// <param name="Version">The version of the answer that you saw; leave it out for the first.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerSubmissionInput(
    [property: ID<Submission>] Guid Id, SubmissionOutcome Outcome, string Text, int? Version = null, string? ClientMutationId = null);
