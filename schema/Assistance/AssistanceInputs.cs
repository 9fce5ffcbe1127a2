using R2P.GraphQL;
using R2P.Schema.Alerts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>A request for help. Without an audience nobody but your office sees it until <c>shareDocument</c>.</summary>
/// <param name="Title">A title in the request's language; at most 300 characters.</param>
/// <param name="Category">The category of help (a code of the catalogue).</param>
/// <param name="Form">The form of help, of that category (a code of the catalogue).</param>
/// <param name="WhatFor">What is needed, and what for (Markdown); at most 20,000 characters.</param>
/// <param name="Principles">How the request stands to each of the five principles of assistance; all five are answered.</param>
/// <param name="Urgency">How soon it is needed.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">The State in which help is needed; by default the office's own State.</param>
/// <param name="Organization">The regional organization that asks for itself (its party's code): your own; the default of its desks.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="CivilianForm">The form of civilian help (a code of the catalogue).</param>
/// <param name="Inhibitors">The inhibitors that it is to strengthen (codes of the catalogue).</param>
/// <param name="NeedsAssessment">What is missing, inhibitor by inhibitor.</param>
/// <param name="Needs">What is needed in money or in kind.</param>
/// <param name="Contacts">Which authorities would work together.</param>
/// <param name="ConsultedInConfidence">Who was consulted: kept for your office alone, whoever reads the request.</param>
/// <param name="NeededBy">By when it is needed.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">With whom to share it at once.</param>
/// <param name="Handling">How readers have to handle it; only with an audience.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OpenAssistanceRequestInput(
    string Title,
    string Category,
    string Form,
    string WhatFor,
    IReadOnlyList<PrincipleAnswerInput> Principles,
    Urgency Urgency,
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    string? Organization = null,
    [property: ID<Office>] Guid? Office = null,
    string? CivilianForm = null,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<AssessedNeedInput>? NeedsAssessment = null,
    IReadOnlyList<NeedInput>? Needs = null,
    IReadOnlyList<AuthorityContactInput>? Contacts = null,
    IReadOnlyList<ConsultedInput>? ConsultedInConfidence = null,
    DateOnly? NeededBy = null,
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="WhatFor">What is needed, and what for (Markdown).</param>
/// <param name="Principles">The answers to all five principles anew.</param>
/// <param name="Urgency">How soon it is needed.</param>
/// <param name="Inhibitors">All inhibitors anew.</param>
/// <param name="NeedsAssessment">The assessment of needs anew.</param>
/// <param name="Needs">All needs anew.</param>
/// <param name="Contacts">All authorities anew.</param>
/// <param name="ConsultedInConfidence">All who were consulted, anew.</param>
/// <param name="NeededBy">By when it is needed; null removes it.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseAssistanceRequestInput(
    [property: ID<AssistanceRequest>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    Optional<string?> Summary = default,
    string? WhatFor = null,
    IReadOnlyList<PrincipleAnswerInput>? Principles = null,
    Urgency? Urgency = null,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<AssessedNeedInput>? NeedsAssessment = null,
    IReadOnlyList<NeedInput>? Needs = null,
    IReadOnlyList<AuthorityContactInput>? Contacts = null,
    IReadOnlyList<ConsultedInput>? ConsultedInConfidence = null,
    Optional<DateOnly?> NeededBy = default,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>The end of a request.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Outcome">What came of it (Markdown); at most 20,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseAssistanceRequestInput(
    [property: ID<AssistanceRequest>] Guid Id, int Version, string Outcome, string? ClientMutationId = null);

/// <summary>An offer of help: in answer to a request, or standing.</summary>
/// <param name="Title">A title in the offer's language; at most 300 characters.</param>
/// <param name="What">What is offered (Markdown); at most 20,000 characters.</param>
/// <param name="Category">The category of help (a code of the catalogue); that of the request if it answers one.</param>
/// <param name="Form">The form of help, of that category (a code of the catalogue); that of the request if it answers one.</param>
/// <param name="Request">The request that it answers: both offices read it, and nobody else. Left out, the offer stands for whoever it is shared with.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">For a standing offer: the State in which help is offered; left out, anywhere.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="CivilianForms">The forms of civilian help (codes of the catalogue).</param>
/// <param name="Inhibitors">The inhibitors that it can strengthen (codes of the catalogue).</param>
/// <param name="Principles">How the help stands to each of the five principles; needed in answer to a request.</param>
/// <param name="Roster">Expertise that can be deployed, without names.</param>
/// <param name="Pledges">What is pledged in money or in kind.</param>
/// <param name="Contacts">Which authorities would work together.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">For a standing offer: with whom to share it at once.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OfferAssistanceInput(
    string Title,
    string What,
    string? Category = null,
    string? Form = null,
    [property: ID<AssistanceRequest>] Guid? Request = null,
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    [property: ID<Office>] Guid? Office = null,
    IReadOnlyList<string>? CivilianForms = null,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<PrincipleAnswerInput>? Principles = null,
    IReadOnlyList<RosterEntryInput>? Roster = null,
    IReadOnlyList<AssistancePledgeInput>? Pledges = null,
    IReadOnlyList<AuthorityContactInput>? Contacts = null,
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    string? ClientMutationId = null);

/// <summary>A change of an open offer. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="What">What is offered (Markdown).</param>
/// <param name="Inhibitors">All inhibitors anew.</param>
/// <param name="Roster">The roster anew.</param>
/// <param name="Pledges">All pledges anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseAssistanceOfferInput(
    [property: ID<AssistanceOffer>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    string? What = null,
    IReadOnlyList<string>? Inhibitors = null,
    IReadOnlyList<RosterEntryInput>? Roster = null,
    IReadOnlyList<AssistancePledgeInput>? Pledges = null,
    string? ClientMutationId = null);

/// <summary>An offer is taken.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">A word to those who offer; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AcceptOfferInput([property: ID<AssistanceOffer>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>An offer is not taken.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DeclineOfferInput([property: ID<AssistanceOffer>] Guid Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>A scope is proposed, or that of the other side agreed to.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Scope">What is to be done, and what not (Markdown): a proposal. Left out, you agree to the one that the other side proposed.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AgreeScopeInput([property: ID<AssistanceOffer>] Guid Id, int Version, string? Scope = null, string? ClientMutationId = null);

/// <summary>What was agreed is to be changed; the other side has to agree again.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Scope">What is to be done from now on (Markdown).</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AmendAssistanceInput(
    [property: ID<AssistanceOffer>] Guid Id, int Version, string Scope, string Reason, string? ClientMutationId = null);

/// <summary>Help ends, or an offer is taken off the table.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record StopAssistanceInput([property: ID<AssistanceOffer>] Guid Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>A day on which both sides look whether the help still serves.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="DueOn">The day.</param>
/// <param name="Question">What to look at; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AddReviewPointInput(
    [property: ID<AssistanceOffer>] Guid Id, int Version, DateOnly DueOn, string Question, string? ClientMutationId = null);

/// <summary>What both sides found on that day.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Number">The review point's number.</param>
/// <param name="Finding">What was found (Markdown); at most 20,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record HoldReviewPointInput(
    [property: ID<AssistanceOffer>] Guid Id, int Version, int Number, string Finding, string? ClientMutationId = null);

/// <summary>What was done, and what came of it.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Kind">What kind of activity it was.</param>
/// <param name="Activity">What was done (Markdown).</param>
/// <param name="Result">What came of it (Markdown).</param>
/// <param name="Worked">Whether it worked; that it did not is worth as much.</param>
/// <param name="Lesson">What is to be learnt from it (Markdown).</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReportAssistanceInput(
    [property: ID<AssistanceOffer>] Guid Id,
    int Version,
    AssistanceActivityKind Kind,
    string Activity,
    string Result,
    AssistanceWorked Worked,
    string? Lesson = null,
    string? ClientMutationId = null);

/// <summary>Something that was done to encourage a State to protect.</summary>
/// <param name="Country">The State (ISO 3166-1 alpha-3).</param>
/// <param name="Form">The form of encouragement (a code of the catalogue).</param>
/// <param name="What">What was done (Markdown); at most 20,000 characters.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Audience">With whom to share it; left out, it is a quiet one, for your office alone.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record LogEncouragementInput(
    string Country,
    string Form,
    string What,
    DateOnly HeldOn,
    [property: ID<Office>] Guid? Office = null,
    AudienceInput? Audience = null,
    string Language = "en",
    string? ClientMutationId = null);

/// <summary>How help stands to one of the five principles.</summary>
/// <param name="Principle">The principle (a code of the catalogue).</param>
/// <param name="Answer">How it is kept (Markdown); at most 4,000 characters.</param>
public sealed record PrincipleAnswerInput(string Principle, string Answer);

/// <summary>What is missing of one inhibitor.</summary>
/// <param name="Inhibitor">The inhibitor (a code of the catalogue).</param>
/// <param name="Finding">What is missing (Markdown).</param>
public sealed record AssessedNeedInput(string Inhibitor, string Finding);

/// <summary>Something that is needed.</summary>
/// <param name="Key">A short name within the request, such as <c>N1</c>.</param>
/// <param name="What">What is needed; at most 1,000 characters.</param>
/// <param name="Kind">Money, or in kind.</param>
/// <param name="Amount">How much, as decimal text such as <c>12500.50</c>; needed for money.</param>
/// <param name="Unit">The currency (ISO 4217), or what is counted in kind; needed with an amount.</param>
public sealed record NeedInput(string Key, string What, ResourceKind Kind, string? Amount = null, string? Unit = null);

/// <summary>Something that is pledged.</summary>
/// <param name="What">What is pledged; at most 1,000 characters.</param>
/// <param name="Kind">Money, or in kind.</param>
/// <param name="Need">The need of the request that it is for, by its key.</param>
/// <param name="Amount">How much, as decimal text such as <c>12500.50</c>; needed for money.</param>
/// <param name="Unit">The currency (ISO 4217), or what is counted in kind; needed with an amount.</param>
public sealed record AssistancePledgeInput(string What, ResourceKind Kind, string? Need = null, string? Amount = null, string? Unit = null);

/// <summary>Expertise that can be deployed.</summary>
/// <param name="Skill">The form of civilian help (a code of the catalogue).</param>
/// <param name="People">How many people.</param>
/// <param name="Note">What exactly, coarsely; never names. At most 1,000 characters.</param>
/// <param name="AvailableFrom">From when.</param>
public sealed record RosterEntryInput(string Skill, int People, string? Note = null, DateOnly? AvailableFrom = null);

/// <summary>An authority that would work with others.</summary>
/// <param name="Authority">The authority; never a person. At most 300 characters.</param>
/// <param name="Purpose">What they would work on together; no intelligence. At most 1,000 characters.</param>
public sealed record AuthorityContactInput(string Authority, string Purpose);
