using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>A new review. Put what would give the case away into the source case: the rest may travel without it.</summary>
/// <param name="Title">A title in the review's language; at most 300 characters.</param>
/// <param name="Scope">What the review looks at (Markdown); at most 20,000 characters.</param>
/// <param name="Lessons">What others can take from it; at least one.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Period">The time that the review looks at; the years that it names can be filtered by.</param>
/// <param name="WhatHelped">What helped (Markdown).</param>
/// <param name="WhatDidNot">What did not help (Markdown).</param>
/// <param name="Limits">What the review leaves open (Markdown).</param>
/// <param name="SourceCase">The case that the lessons are drawn from.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="ReviewKind">What the review looks back at.</param>
/// <param name="Exit">How support ended; an exit review tells it.</param>
/// <param name="RelapseSigns">Signs that violence may come back.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record DraftLessonInput(
    string Title,
    string Scope,
    IReadOnlyList<LearnedLessonInput> Lessons,
    string? Summary = null,
    string Language = "en",
    [property: ID<Members.Office>] Guid? Office = null,
    string? Period = null,
    string? WhatHelped = null,
    string? WhatDidNot = null,
    string? Limits = null,
    SourceCaseInput? SourceCase = null,
    IReadOnlyList<string>? Tags = null,
    ReviewKind ReviewKind = ReviewKind.LessonsLearned,
    ExitInput? Exit = null,
    IReadOnlyList<RelapseSignInput>? RelapseSigns = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The lesson.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Scope">What the review looks at (Markdown).</param>
/// <param name="Lessons">All lessons anew.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Period">The time that the review looks at; null leaves it open.</param>
/// <param name="WhatHelped">What helped (Markdown); null removes it.</param>
/// <param name="WhatDidNot">What did not help (Markdown); null removes it.</param>
/// <param name="Limits">What the review leaves open (Markdown); null removes it.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="Exit">How support ended; null removes it.</param>
/// <param name="RelapseSigns">All signs anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseLessonInput(
    [property: ID<Lesson>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    string? Scope = null,
    IReadOnlyList<LearnedLessonInput>? Lessons = null,
    Optional<string?> Summary = default,
    Optional<string?> Period = default,
    Optional<string?> WhatHelped = default,
    Optional<string?> WhatDidNot = default,
    Optional<string?> Limits = default,
    IReadOnlyList<string>? Tags = null,
    Optional<ExitInput?> Exit = default,
    IReadOnlyList<RelapseSignInput>? RelapseSigns = null,
    string? ClientMutationId = null);

/// <summary>A change of the source case, which has versions of its own. What is left out stays as it is.</summary>
/// <param name="Id">The source case.</param>
/// <param name="Version">The version of the case that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Countries">All States in which it happened, anew (ISO 3166-1 alpha-3).</param>
/// <param name="WhatHappened">What happened (Markdown); null removes it.</param>
/// <param name="Source">Where the case is told of; null if it is the office's own account.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseSourceCaseInput(
    [property: ID<SourceCase>] Guid Id,
    int Version,
    string? Reason = null,
    IReadOnlyList<string>? Countries = null,
    Optional<string?> WhatHappened = default,
    Optional<CaseSourceInput?> Source = default,
    string? ClientMutationId = null);

/// <summary>Publication: with whom the lesson is shared from now on, and with whom its source case.</summary>
/// <param name="Id">The lesson.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share the lesson.</param>
/// <param name="SourceCaseAudience">With whom to share the source case; without it the case stays in your office.</param>
/// <param name="Handling">How readers have to handle it; its expiry counts for the case, too.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishLessonInput(
    [property: ID<Lesson>] Guid Id,
    int Version,
    AudienceInput Audience,
    AudienceInput? SourceCaseAudience = null,
    HandlingInput? Handling = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>Another audience for the source case of a published lesson.</summary>
/// <param name="Id">The source case.</param>
/// <param name="Version">The version of the case that you saw.</param>
/// <param name="Audience">With whom to share it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShareSourceCaseInput(
    [property: ID<SourceCase>] Guid Id, int Version, AudienceInput Audience, string? Reason = null, string? ClientMutationId = null);

/// <summary>One lesson, put so that it can be understood without its case.</summary>
/// <param name="Text">The lesson (Markdown); at most 20,000 characters.</param>
/// <param name="Tags">Catalogue codes that say what it is about.</param>
public sealed record LearnedLessonInput(string Text, IReadOnlyList<string>? Tags = null);

/// <summary>The case that the lessons are drawn from. Only your office reads it until you share it.</summary>
/// <param name="Countries">The States in which it happened (ISO 3166-1 alpha-3).</param>
/// <param name="WhatHappened">What happened (Markdown); at most 20,000 characters.</param>
/// <param name="Source">Where the case is told of.</param>
public sealed record SourceCaseInput(
    IReadOnlyList<string>? Countries = null, string? WhatHappened = null, CaseSourceInput? Source = null);

/// <summary>Where a case is told of.</summary>
/// <param name="Document">The document's code in the catalogue.</param>
/// <param name="Paragraphs">The numbered paragraphs that tell of it.</param>
public sealed record CaseSourceInput(string Document, IReadOnlyList<int>? Paragraphs = null);
