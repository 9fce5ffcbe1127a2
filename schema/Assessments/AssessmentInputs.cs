using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>A new draft.</summary>
/// <param name="Title">A title in the assessment's language; at most 300 characters.</param>
/// <param name="Framework">The framework's code in the catalogue.</param>
/// <param name="FrameworkVersion">The framework's version.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">The State that is assessed; by default the office's own State.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Ratings">One rating for each factor that was looked at.</param>
/// <param name="Inhibitors">What stands against the risks.</param>
/// <param name="Stage">The stage that is proposed.</param>
/// <param name="Triggers">Events that could tip risk into crisis.</param>
/// <param name="Consulted">Who was consulted.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record DraftAssessmentInput(
    string Title,
    string Framework = "UN_FRAMEWORK_2014",
    string FrameworkVersion = "2014",
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    [property: ID<Members.Office>] Guid? Office = null,
    IReadOnlyList<FactorRatingInput>? Ratings = null,
    IReadOnlyList<InhibitorRatingInput>? Inhibitors = null,
    StageInput? Stage = null,
    IReadOnlyList<AssessedTriggerInput>? Triggers = null,
    IReadOnlyList<ConsultedInput>? Consulted = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Ratings">All ratings anew.</param>
/// <param name="Inhibitors">All inhibitors anew.</param>
/// <param name="Stage">The stage that is proposed; null proposes none.</param>
/// <param name="Triggers">All triggers anew.</param>
/// <param name="Consulted">All who were consulted, anew.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseAssessmentInput(
    [property: ID<Assessment>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    Optional<string?> Summary = default,
    IReadOnlyList<FactorRatingInput>? Ratings = null,
    IReadOnlyList<InhibitorRatingInput>? Inhibitors = null,
    Optional<StageInput?> Stage = default,
    IReadOnlyList<AssessedTriggerInput>? Triggers = null,
    IReadOnlyList<ConsultedInput>? Consulted = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>One step of the assessment's life that needs no content.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AssessmentStepInput(
    [property: ID<Assessment>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>Publication: with whom the assessment is shared from now on.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishAssessmentInput(
    [property: ID<Assessment>] Guid Id,
    int Version,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>What was found about one risk factor.</summary>
/// <param name="Factor">The factor's code in the framework.</param>
/// <param name="Finding">What was found (Markdown); at most 20,000 characters.</param>
/// <param name="Trend">Whether it gets better or worse.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Evidence">What the finding rests on.</param>
/// <param name="Dissent">Another reading of the same facts (Markdown).</param>
/// <param name="Indicators">Findings on single indicators of the factor.</param>
/// <param name="Actors">From whom the risk comes, by kind and never by name.</param>
public sealed record FactorRatingInput(
    string Factor,
    string Finding,
    Trend Trend,
    Confidence Confidence,
    IReadOnlyList<EvidenceInput>? Evidence = null,
    string? Dissent = null,
    IReadOnlyList<IndicatorRatingInput>? Indicators = null,
    IReadOnlyList<ActorType>? Actors = null);

/// <summary>What was found about one indicator.</summary>
/// <param name="Indicator">The indicator's code; it must belong to the factor.</param>
/// <param name="Finding">What was found (Markdown).</param>
/// <param name="Trend">Whether it gets better or worse.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Evidence">What the finding rests on.</param>
/// <param name="Dissent">Another reading of the same facts (Markdown).</param>
public sealed record IndicatorRatingInput(
    string Indicator,
    string Finding,
    Trend Trend,
    Confidence Confidence,
    IReadOnlyList<EvidenceInput>? Evidence = null,
    string? Dissent = null);

/// <summary>What a finding rests on: a reference, never the evidence itself.</summary>
/// <param name="Kind">The kind of source (a code of the catalogue's information sources).</param>
/// <param name="Title">What the source is called.</param>
/// <param name="Url">Where it can be read, if it is public (http or https).</param>
/// <param name="Reliability">How far the source has proved reliable.</param>
/// <param name="Corroboration">Whether other sources say the same.</param>
/// <param name="Caution">What to be careful about; at most 1,000 characters.</param>
public sealed record EvidenceInput(
    string Kind,
    string Title,
    Uri? Url = null,
    Reliability Reliability = Reliability.Unknown,
    Corroboration Corroboration = Corroboration.Unknown,
    string? Caution = null);

/// <summary>What was found about one inhibitor.</summary>
/// <param name="Inhibitor">The inhibitor's code.</param>
/// <param name="Finding">What was found (Markdown).</param>
/// <param name="Trend">Whether it gets better or worse.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Evidence">What the finding rests on.</param>
/// <param name="Dissent">Another reading of the same facts (Markdown).</param>
/// <param name="Need">What is needed to strengthen it (Markdown).</param>
/// <param name="AssistanceForms">The forms of assistance that would meet the need (codes of the catalogue).</param>
public sealed record InhibitorRatingInput(
    string Inhibitor,
    string Finding,
    Trend Trend,
    Confidence Confidence,
    IReadOnlyList<EvidenceInput>? Evidence = null,
    string? Dissent = null,
    string? Need = null,
    IReadOnlyList<string>? AssistanceForms = null);

/// <summary>The stage that is proposed; never a verdict.</summary>
/// <param name="Stage">The stage's code.</param>
/// <param name="Reasons">Why (Markdown); at most 20,000 characters.</param>
public sealed record StageInput(string Stage, string Reasons);

/// <summary>An event that could tip risk into crisis.</summary>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="ExpectedOn">The day, for an event that is known ahead.</param>
/// <param name="Note">What to know about it (Markdown).</param>
public sealed record AssessedTriggerInput(string Trigger, DateOnly? ExpectedOn = null, string? Note = null);
