using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>A warning. With an audience it is shared in the same act, without one it stays in your office until <c>shareDocument</c>.</summary>
/// <param name="Title">A title in the alert's language; at most 300 characters.</param>
/// <param name="Urgency">How soon something has to be done.</param>
/// <param name="SourceKinds">What kinds of sources it rests on (codes of the catalogue); at least one.</param>
/// <param name="Reliability">How far the sources have proved right before.</param>
/// <param name="Corroboration">Whether independent sources say the same.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Country">The State that it is about; by default the office's own State.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Place">Where, coarsely; at most 300 characters.</param>
/// <param name="GroupAtRisk">Which group is at risk, in general words; at most 300 characters.</param>
/// <param name="Communities">Groups of society that are concerned (codes of the catalogue's community actors).</param>
/// <param name="Triggers">Events that could tip risk into violence (codes of the catalogue).</param>
/// <param name="Actors">Whose conduct the warning is about.</param>
/// <param name="Information">What was heard.</param>
/// <param name="Options">What could be done; then a due date is needed, too.</param>
/// <param name="Dialogue">Who was spoken with.</param>
/// <param name="Prerequisites">Answers to the review questions of a response.</param>
/// <param name="CouncilAvenues">Ways to bring the risk before the Security Council.</param>
/// <param name="Responsible">The office that has to decide; by default your own. It must be among those with whom the alert is shared.</param>
/// <param name="DueOn">By when it has to be decided; not in the past.</param>
/// <param name="SummaryOf">A fuller alert of your office that this is a summary of: it stays where it is.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">With whom to share it at once.</param>
/// <param name="Handling">How readers have to handle it; only with an audience.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record RaiseAlertInput(
    string Title,
    Urgency Urgency,
    IReadOnlyList<string> SourceKinds,
    SourceReliability Reliability,
    Corroboration Corroboration,
    Confidence Confidence,
    string? Summary = null,
    string Language = "en",
    string? Country = null,
    [property: ID<Office>] Guid? Office = null,
    string? Place = null,
    string? GroupAtRisk = null,
    IReadOnlyList<string>? Communities = null,
    IReadOnlyList<string>? Triggers = null,
    IReadOnlyList<AlertActorInput>? Actors = null,
    IReadOnlyList<AlertInformationInput>? Information = null,
    IReadOnlyList<AlertOptionInput>? Options = null,
    IReadOnlyList<AlertDialogueInput>? Dialogue = null,
    IReadOnlyList<PrerequisiteAnswerInput>? Prerequisites = null,
    IReadOnlyList<CouncilAvenueInput>? CouncilAvenues = null,
    [property: ID<Office>] Guid? Responsible = null,
    DateOnly? DueOn = null,
    [property: ID<Alert>] Guid? SummaryOf = null,
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Place">Where; null removes it.</param>
/// <param name="GroupAtRisk">Which group is at risk; null removes it.</param>
/// <param name="Communities">All community actors anew.</param>
/// <param name="Urgency">How soon something has to be done.</param>
/// <param name="SourceKinds">All kinds of sources anew.</param>
/// <param name="Reliability">How far the sources have proved right before.</param>
/// <param name="Corroboration">Whether independent sources say the same.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Triggers">All triggers anew.</param>
/// <param name="Actors">All actors anew.</param>
/// <param name="Information">All information anew.</param>
/// <param name="Options">All options anew.</param>
/// <param name="Dialogue">All talks anew.</param>
/// <param name="Prerequisites">All answers to the review questions anew.</param>
/// <param name="CouncilAvenues">All ways to the Security Council anew.</param>
/// <param name="Responsible">The office that has to decide; it must be among the alert's readers.</param>
/// <param name="DueOn">By when it has to be decided.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseAlertInput(
    [property: ID<Alert>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    Optional<string?> Summary = default,
    Optional<string?> Place = default,
    Optional<string?> GroupAtRisk = default,
    IReadOnlyList<string>? Communities = null,
    Urgency? Urgency = null,
    IReadOnlyList<string>? SourceKinds = null,
    SourceReliability? Reliability = null,
    Corroboration? Corroboration = null,
    Confidence? Confidence = null,
    IReadOnlyList<string>? Triggers = null,
    IReadOnlyList<AlertActorInput>? Actors = null,
    IReadOnlyList<AlertInformationInput>? Information = null,
    IReadOnlyList<AlertOptionInput>? Options = null,
    IReadOnlyList<AlertDialogueInput>? Dialogue = null,
    IReadOnlyList<PrerequisiteAnswerInput>? Prerequisites = null,
    IReadOnlyList<CouncilAvenueInput>? CouncilAvenues = null,
    [property: ID<Office>] Guid? Responsible = null,
    DateOnly? DueOn = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>Whoever has to decide takes note.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">A word to those who warned, for the history; at most 1,000 characters.</param>
/// <param name="DueOn">By when you will decide; left out, the date stays. Needed where the alert has none.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AcknowledgeAlertInput(
    [property: ID<Alert>] Guid Id, int Version, string? Reason = null, DateOnly? DueOn = null, string? ClientMutationId = null);

/// <summary>What is decided, and why.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Reason">Why; doing nothing needs a reason as well. At most 4,000 characters.</param>
/// <param name="ChosenOptions">The keys of the options that are chosen; to act, at least one.</param>
/// <param name="Tasks">Who does what by when.</param>
/// <param name="CommonMessage">What all who act say alike (Markdown).</param>
/// <param name="Options">What could be done beside what the alert says; added to its options. A decision needs something to choose from.</param>
/// <param name="ReferTo">To pass it on: the office that has to decide. It must be among the alert's readers.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DecideAlertInput(
    [property: ID<Alert>] Guid Id,
    int Version,
    AlertDecisionKind Decision,
    string Reason,
    IReadOnlyList<string>? ChosenOptions = null,
    IReadOnlyList<AlertTaskInput>? Tasks = null,
    string? CommonMessage = null,
    IReadOnlyList<AlertOptionInput>? Options = null,
    [property: ID<Office>] Guid? ReferTo = null,
    string? ClientMutationId = null);

/// <summary>The end of an alert.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Outcome">What became of it (Markdown); at most 20,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseAlertInput([property: ID<Alert>] Guid Id, int Version, string Outcome, string? ClientMutationId = null);

/// <summary>What an analyst makes of an alert.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Text">What you make of it (Markdown); at most 20,000 characters.</param>
/// <param name="Confidence">How sure you are.</param>
/// <param name="Dissents">Whether it contradicts what the alert says.</param>
/// <param name="Sealed">Whether nobody is to be told who wrote it, not even your own office; possible where at least three people read the alert.</param>
/// <param name="RestsOn">Keys of the alert's information that it rests on.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AddAlertAnalysisInput(
    [property: ID<Alert>] Guid Alert,
    string Text,
    Confidence Confidence,
    bool Dissents = false,
    bool Sealed = false,
    IReadOnlyList<string>? RestsOn = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>What your office can do about an alert.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Step">Which step of a timely response it belongs to (a code of the catalogue).</param>
/// <param name="Text">What your office can do (Markdown); at most 20,000 characters.</param>
/// <param name="Tool">The tool that it can give (a code of the catalogue).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ContributeToAlertInput(
    [property: ID<Alert>] Guid Alert,
    string Step,
    string Text,
    string? Tool = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>Whose conduct a warning is about: a kind of actor, never a person.</summary>
/// <param name="Type">What kind of actor it is.</param>
/// <param name="Conduct">What they do or threaten to do, and what to think of with this kind of actor (Markdown).</param>
public sealed record AlertActorInput(ActorType Type, string? Conduct = null);

/// <summary>Something that was heard.</summary>
/// <param name="Key">A short name within the alert, such as <c>I1</c>.</param>
/// <param name="SourceKind">The kind of source (a code of the catalogue).</param>
/// <param name="Text">What was heard (Markdown), without names, addresses or numbers of persons.</param>
/// <param name="Url">Where it can be read, if it is public (http or https).</param>
/// <param name="Caution">With what caution to read it; needed for open sources and for whatever is linked.</param>
/// <param name="HeardOn">The day on which it was heard.</param>
public sealed record AlertInformationInput(
    string Key, string SourceKind, string Text, Uri? Url = null, string? Caution = null, DateOnly? HeardOn = null);

/// <summary>Something that could be done.</summary>
/// <param name="Key">A short name within the alert, such as <c>O1</c>.</param>
/// <param name="Tool">The peaceful tool (a code of the catalogue).</param>
/// <param name="What">What exactly (Markdown).</param>
/// <param name="RiskOfHarm">What harm it could do, and to whom (Markdown).</param>
/// <param name="Conditions">Under what conditions it can work (Markdown).</param>
/// <param name="Who">Who could do it: bodies, never persons.</param>
/// <param name="RestsOn">The analyses that it follows from.</param>
public sealed record AlertOptionInput(
    string Key,
    string Tool,
    string What,
    string RiskOfHarm,
    string? Conditions = null,
    string? Who = null,
    [property: ID<AlertAnalysis>] IReadOnlyList<Guid>? RestsOn = null);

/// <summary>A talk with those who decide or who are concerned.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="With">With whom: bodies, never persons.</param>
/// <param name="Outcome">What came of it (Markdown).</param>
public sealed record AlertDialogueInput(DateOnly HeldOn, string With, string Outcome);

/// <summary>The answer to one of the review questions of a response.</summary>
/// <param name="Prerequisite">The prerequisite (a code of the catalogue).</param>
/// <param name="Answer">Why (Markdown).</param>
/// <param name="Met">Whether it is met; left out if that is not known.</param>
public sealed record PrerequisiteAnswerInput(string Prerequisite, string Answer, bool? Met = null);

/// <summary>A way to bring a risk before the Security Council.</summary>
/// <param name="Avenue">The way (a code of the catalogue).</param>
/// <param name="Take">Whether it is to be taken; left out while that is open.</param>
/// <param name="Note">Why, and what to say there (Markdown).</param>
public sealed record CouncilAvenueInput(string Avenue, bool? Take = null, string? Note = null);

/// <summary>What one office does of what was decided.</summary>
/// <param name="Office">The office.</param>
/// <param name="What">What it does; at most 4,000 characters.</param>
/// <param name="By">By when.</param>
/// <param name="Tool">The tool (a code of the catalogue).</param>
public sealed record AlertTaskInput([property: ID<Office>] Guid Office, string What, DateOnly By, string? Tool = null);
