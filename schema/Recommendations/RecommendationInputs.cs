using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>A recommendation to put on record. Without an audience nobody but your office sees it.</summary>
/// <param name="Mechanism">Where it comes from: the code of a review mechanism, or of a report, in the catalogue.</param>
/// <param name="Text">What is recommended (Markdown); at most 20,000 characters.</param>
/// <param name="Country">The State that it is addressed to (ISO 3166-1 alpha-3); by default the office's own State.</param>
/// <param name="Title">A title; by default the beginning of the text.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Symbol">The symbol of the document that says it; at most 100 characters.</param>
/// <param name="Paragraph">Its place in that document; at most 100 characters.</param>
/// <param name="Cycle">The cycle of the mechanism; at most 100 characters.</param>
/// <param name="Session">The session in which it was made; at most 100 characters.</param>
/// <param name="AdoptedOn">When it was made.</param>
/// <param name="Themes">What it is about, in the mechanism's own words.</param>
/// <param name="NextOn">When something is due next.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">With whom to share it at once.</param>
/// <param name="Handling">How these readers have to handle it.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record RecordRecommendationInput(
    string Mechanism,
    string Text,
    string? Country = null,
    string? Title = null,
    string? Summary = null,
    string? Symbol = null,
    string? Paragraph = null,
    string? Cycle = null,
    string? Session = null,
    DateOnly? AdoptedOn = null,
    IReadOnlyList<string>? Themes = null,
    DateOnly? NextOn = null,
    string Language = "en",
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>The recommendations of one session of a mechanism: all of them are put on record, or none.</summary>
/// <param name="Mechanism">Where they come from: the code of a review mechanism, or of a report, in the catalogue.</param>
/// <param name="Recommendations">The recommendations; at most 200.</param>
/// <param name="Symbol">The symbol of the document that says them; at most 100 characters.</param>
/// <param name="Cycle">The cycle of the mechanism; at most 100 characters.</param>
/// <param name="Session">The session in which they were made; at most 100 characters.</param>
/// <param name="AdoptedOn">When they were made.</param>
/// <param name="NextOn">When something is due next.</param>
/// <param name="Language">The language of the texts (BCP 47).</param>
/// <param name="Audience">With whom to share them at once; without it nobody but your office sees them.</param>
/// <param name="Handling">How these readers have to handle them.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record ImportRecommendationsInput(
    string Mechanism,
    IReadOnlyList<ImportedRecommendationInput> Recommendations,
    string? Symbol = null,
    string? Cycle = null,
    string? Session = null,
    DateOnly? AdoptedOn = null,
    DateOnly? NextOn = null,
    string Language = "en",
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>One of the recommendations of an import.</summary>
/// <param name="Text">What is recommended (Markdown); at most 20,000 characters.</param>
/// <param name="Country">The State that it is addressed to (ISO 3166-1 alpha-3); by default the office's own State.</param>
/// <param name="Title">A title; by default the beginning of the text.</param>
/// <param name="Paragraph">Its place in the document; at most 100 characters.</param>
/// <param name="Themes">What it is about, in the mechanism's own words.</param>
/// <param name="Tags">Catalogue codes.</param>
public sealed record ImportedRecommendationInput(
    string Text,
    string? Country = null,
    string? Title = null,
    string? Paragraph = null,
    IReadOnlyList<string>? Themes = null,
    IReadOnlyList<string>? Tags = null);

/// <summary>The answer of the State that a recommendation is addressed to.</summary>
/// <param name="Id">The recommendation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Answer">Accepted, or noted. What was noted may be accepted later.</param>
/// <param name="Reason">Why (Markdown); needed for what is only noted. At most 4,000 characters.</param>
/// <param name="NextOn">When something is due next; what is left out stays as it is.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerRecommendationInput(
    [property: ID<Recommendation>] Guid Id,
    int Version,
    AnswerKind Answer,
    string? Reason = null,
    Optional<DateOnly?> NextOn = default,
    string? ClientMutationId = null);

/// <summary>Who sees to a recommendation, and when something is due.</summary>
/// <param name="Id">The recommendation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Lead">An office of the State, among the readers of the recommendation: this act shares it with nobody.</param>
/// <param name="NextOn">When something is due next; what is left out stays as it is.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AssignRecommendationInput(
    [property: ID<Recommendation>] Guid Id,
    int Version,
    [property: ID<Office>] Guid Lead,
    Optional<DateOnly?> NextOn = default,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>How far the State is. Everybody who reads the recommendation reads the report.</summary>
/// <param name="Id">The recommendation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Text">What was done, and what came of it (Markdown); at most 20,000 characters.</param>
/// <param name="MidTerm">Whether it is the report at half time of the mechanism's cycle.</param>
/// <param name="Evidence">Links to outside records that show it; at most 50.</param>
/// <param name="NextOn">When something is due next; what is left out stays as it is.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReportProgressInput(
    [property: ID<Recommendation>] Guid Id,
    int Version,
    string Text,
    bool MidTerm = false,
    IReadOnlyList<EvidenceLinkInput>? Evidence = null,
    Optional<DateOnly?> NextOn = default,
    string? ClientMutationId = null);

/// <summary>The last report: the recommendation was carried out, as far as it will be.</summary>
/// <param name="Id">The recommendation.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Result">What came of it, also what did not work (Markdown); at most 20,000 characters.</param>
/// <param name="Evidence">Links to outside records that show it; at most 50.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CompleteRecommendationInput(
    [property: ID<Recommendation>] Guid Id,
    int Version,
    string Result,
    IReadOnlyList<EvidenceLinkInput>? Evidence = null,
    string? ClientMutationId = null);

/// <summary>Recommendations that ask for the same.</summary>
/// <param name="Ids">The recommendations, two to twenty; you must see them all, and keep or answer for one of them.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record LinkDuplicatesInput(
    [property: ID<Recommendation>] IReadOnlyList<Guid> Ids,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A comment of a review of your document, to be followed up as a recommendation to your State.</summary>
/// <param name="CommentId">A comment of the kind <c>RECOMMENDATION</c>.</param>
/// <param name="Text">
/// What is recommended, in your words (Markdown); by default the comment's own, if it was written for the document's audience: other comments stay in
/// the room.
/// </param>
/// <param name="Title">A title; by default the beginning of the text.</param>
/// <param name="NextOn">When something is due next.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecommendFromReviewInput(
    [property: ID<Comment>] Guid CommentId,
    string? Text = null,
    string? Title = null,
    DateOnly? NextOn = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);
