using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Practices;

/// <summary>A practice that is put forward.</summary>
/// <param name="Title">A title in the entry's language; at most 300 characters.</param>
/// <param name="PolicyOption">The policy option that was taken (a code of the catalogue).</param>
/// <param name="Pillar">The pillar that it serves (a code of the catalogue).</param>
/// <param name="WhatWasDone">What was done (Markdown); at most 20,000 characters.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">The State whose practice it is; by default the office's own State.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Inhibitor">The inhibitor that it strengthens (a code of the catalogue).</param>
/// <param name="Tools">The tools that were used (codes of the catalogue).</param>
/// <param name="Context">In what situation it was done (Markdown).</param>
/// <param name="Results">What came of it (Markdown).</param>
/// <param name="Limits">What the entry leaves open, and where the practice ends (Markdown).</param>
/// <param name="HowToAdapt">What to think of before doing the same elsewhere (Markdown).</param>
/// <param name="Year">The year in which it was done.</param>
/// <param name="AsOf">The year as of which the text holds.</param>
/// <param name="Source">Where the entry comes from.</param>
/// <param name="AdaptedFrom">The practice that this one adapts.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Origin">Whose idea it was. Of a community's innovation the method is told, never names and places.</param>
/// <param name="Aims">What it was meant to reach (Markdown).</param>
/// <param name="Outcome">What came of it; say honestly if it did not work.</param>
/// <param name="Partners">Who took part.</param>
/// <param name="Safeguards">What keeps it from being turned against those whom it is to protect (Markdown); needed for work against violent extremism.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record ProposePracticeInput(
    string Title,
    string PolicyOption,
    string Pillar,
    string WhatWasDone,
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? Inhibitor = null,
    IReadOnlyList<string>? Tools = null,
    string? Context = null,
    string? Results = null,
    string? Limits = null,
    string? HowToAdapt = null,
    int? Year = null,
    int? AsOf = null,
    PracticeSourceInput? Source = null,
    [property: ID<Practice>] Guid? AdaptedFrom = null,
    IReadOnlyList<string>? Tags = null,
    PracticeOrigin? Origin = null,
    string? Aims = null,
    PracticeOutcome? Outcome = null,
    IReadOnlyList<PracticePartnerInput>? Partners = null,
    string? Safeguards = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="PolicyOption">The policy option that was taken.</param>
/// <param name="Pillar">The pillar that it serves.</param>
/// <param name="WhatWasDone">What was done (Markdown).</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Inhibitor">The inhibitor that it strengthens; null ties it to none.</param>
/// <param name="Tools">All tools anew.</param>
/// <param name="Context">In what situation it was done (Markdown); null removes it.</param>
/// <param name="Results">What came of it (Markdown); null removes it.</param>
/// <param name="Limits">What the entry leaves open (Markdown); null removes it.</param>
/// <param name="HowToAdapt">What to think of before doing the same elsewhere (Markdown); null removes it.</param>
/// <param name="Year">The year in which it was done; null if it is not known.</param>
/// <param name="AsOf">The year as of which the text holds; null if it holds as of its last confirmation.</param>
/// <param name="Source">Where the entry comes from; null if it is the office's own account.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="Aims">What it was meant to reach (Markdown); null removes it.</param>
/// <param name="Outcome">What came of it; null if nothing is known.</param>
/// <param name="Partners">All who took part, anew.</param>
/// <param name="Safeguards">What keeps it from being turned against those whom it is to protect (Markdown); null removes it.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RevisePracticeInput(
    [property: ID<Practice>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    string? PolicyOption = null,
    string? Pillar = null,
    string? WhatWasDone = null,
    Optional<string?> Summary = default,
    Optional<string?> Inhibitor = default,
    IReadOnlyList<string>? Tools = null,
    Optional<string?> Context = default,
    Optional<string?> Results = default,
    Optional<string?> Limits = default,
    Optional<string?> HowToAdapt = default,
    Optional<int?> Year = default,
    Optional<int?> AsOf = default,
    Optional<PracticeSourceInput?> Source = default,
    IReadOnlyList<string>? Tags = null,
    Optional<string?> Aims = default,
    Optional<PracticeOutcome?> Outcome = default,
    IReadOnlyList<PracticePartnerInput>? Partners = null,
    Optional<string?> Safeguards = default,
    string? ClientMutationId = null);

/// <summary>Where a practice is told of.</summary>
/// <param name="Document">The document's code in the catalogue.</param>
/// <param name="At">The place in the document; at most 500 characters.</param>
public sealed record PracticeSourceInput(string Document, string? At = null);

/// <summary>One step of the practice's life that needs no content.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PracticeStepInput(
    [property: ID<Practice>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>Publication: with whom the practice is shared from now on.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishPracticeInput(
    [property: ID<Practice>] Guid Id,
    int Version,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    string? Reason = null,
    string? ClientMutationId = null);
