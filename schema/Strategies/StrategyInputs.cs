using R2P.GraphQL;
using R2P.Schema.Recommendations;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>A new strategy of the office's State or regional organization. Until it is adopted, nobody but your office sees it.</summary>
/// <param name="Title">A title in the strategy's language; at most 300 characters.</param>
/// <param name="Text">The internal text (Markdown); at most 20,000 characters.</param>
/// <param name="Summary">A few sentences for lists, for the same readers; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ValidFrom">From when it is to hold.</param>
/// <param name="ValidTo">Until when it is to hold.</param>
/// <param name="Goals">What is to be reached.</param>
/// <param name="Actions">What is to be done.</param>
/// <param name="Capacities">The capacities that it builds on and those that it wants to grow.</param>
/// <param name="Tags">Catalogue codes, such as the priorities of 2015.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record DraftStrategyInput(
    string Title,
    string? Text = null,
    string? Summary = null,
    string Language = "en",
    [property: ID<Members.Office>] Guid? Office = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    IReadOnlyList<StrategyGoalInput>? Goals = null,
    IReadOnlyList<StrategyActionInput>? Actions = null,
    IReadOnlyList<StrategyCapacityInput>? Capacities = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The strategy.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Text">The internal text (Markdown); null removes it.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="ValidFrom">From when it is to hold; null leaves it open.</param>
/// <param name="ValidTo">Until when it is to hold; null leaves it open.</param>
/// <param name="Goals">All goals anew.</param>
/// <param name="Actions">All actions anew; an action of the same key keeps how far it is and what was reported on it.</param>
/// <param name="Capacities">All capacities anew.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseStrategyInput(
    [property: ID<Strategy>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    Optional<string?> Text = default,
    Optional<string?> Summary = default,
    Optional<DateOnly?> ValidFrom = default,
    Optional<DateOnly?> ValidTo = default,
    IReadOnlyList<StrategyGoalInput>? Goals = null,
    IReadOnlyList<StrategyActionInput>? Actions = null,
    IReadOnlyList<StrategyCapacityInput>? Capacities = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>Something that a strategy wants to reach.</summary>
/// <param name="Key">A short name, unique in the strategy, such as <c>G1</c>; at most 20 characters.</param>
/// <param name="Aim">What is to be reached (Markdown); at most 4,000 characters.</param>
public sealed record StrategyGoalInput(string Key, string Aim);

/// <summary>Something that a strategy wants to be done.</summary>
/// <param name="Key">A short name, unique in the strategy, such as <c>A1</c>; at most 20 characters.</param>
/// <param name="Text">What is to be done (Markdown); at most 4,000 characters.</param>
/// <param name="Goal">The key of the goal that it serves.</param>
/// <param name="Office">The office that sees to it: one of the same State or organization. It reads the strategy once that is shared with it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Indicator">By what one will see that it is done; at most 1,000 characters.</param>
/// <param name="Codes">Catalogue codes that it is linked to: risk factors, inhibitors, priorities, tools, elements against extremism.</param>
/// <param name="Assistance">The category or form of assistance that it gives or needs (a code of the catalogue).</param>
/// <param name="Recommendations">The recommendations that it carries out.</param>
/// <param name="Plans">Other national plans that it is part of.</param>
public sealed record StrategyActionInput(
    string Key,
    string Text,
    string? Goal = null,
    [property: ID<Members.Office>] Guid? Office = null,
    DateOnly? DueOn = null,
    string? Indicator = null,
    IReadOnlyList<string>? Codes = null,
    string? Assistance = null,
    [property: ID<Recommendation>] IReadOnlyList<Guid>? Recommendations = null,
    IReadOnlyList<LinkedPlanInput>? Plans = null);

/// <summary>A national plan of another field.</summary>
/// <param name="Kind">The field of the plan.</param>
/// <param name="Title">What the plan is called; at most 300 characters.</param>
/// <param name="Url">Where it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
public sealed record LinkedPlanInput(PlanKind Kind, string Title, string? Url = null);

/// <summary>A capacity of the State or the organization, by inhibitor.</summary>
/// <param name="Inhibitor">The inhibitor's code.</param>
/// <param name="Strengths">What is there (Markdown); at most 4,000 characters.</param>
/// <param name="Needs">What is missing, and what help would be welcome (Markdown); at most 4,000 characters.</param>
public sealed record StrategyCapacityInput(string Inhibitor, string Strengths, string? Needs = null);

/// <summary>Adoption: from now on the strategy is in force, and shared with an audience.</summary>
/// <param name="Id">The strategy.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it; with the State's own offices, say. Its summary can go further.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AdoptStrategyInput(
    [property: ID<Strategy>] Guid Id,
    int Version,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>How far an action is. The office that sees to it reports, or the strategy's own.</summary>
/// <param name="Id">The strategy.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Action">The action's key.</param>
/// <param name="Status">How far it is now.</param>
/// <param name="Text">What was done (Markdown); at most 20,000 characters.</param>
/// <param name="Outcome">What came of it, also that it did not work; needed for what is done or given up.</param>
/// <param name="Evidence">Links to outside records that show it; at most 50.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReportActionInput(
    [property: ID<Strategy>] Guid Id,
    int Version,
    string Action,
    ActionStatus Status,
    string Text,
    Outcome? Outcome = null,
    IReadOnlyList<EvidenceLinkInput>? Evidence = null,
    string? ClientMutationId = null);

/// <summary>The end of a strategy, with a result for each of its goals.</summary>
/// <param name="Id">The strategy.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Results">What was reached, goal by goal: one for each.</param>
/// <param name="Conclusions">What is to be learnt from it (Markdown); at most 20,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseStrategyInput(
    [property: ID<Strategy>] Guid Id,
    int Version,
    IReadOnlyList<GoalResultInput> Results,
    string? Conclusions = null,
    string? ClientMutationId = null);

/// <summary>What was reached of a goal.</summary>
/// <param name="Goal">The goal's key.</param>
/// <param name="Outcome">Whether it did what it was meant to do.</param>
/// <param name="Result">The result against the aim (Markdown); at most 4,000 characters.</param>
public sealed record GoalResultInput(string Goal, Outcome Outcome, string Result);

/// <summary>What is told of an adopted strategy beyond its readers. A summary that is there is replaced.</summary>
/// <param name="StrategyId">The strategy.</param>
/// <param name="Title">A title; at most 300 characters.</param>
/// <param name="Text">Why prevention serves the country, and what it does for it (Markdown); at most 20,000 characters.</param>
/// <param name="Audience">With whom to share the summary.</param>
/// <param name="Version">The version of the summary that you saw; left out for the first one.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishStrategySummaryInput(
    [property: ID<Strategy>] Guid StrategyId,
    string Title,
    string Text,
    AudienceInput Audience,
    int? Version = null,
    string? ClientMutationId = null);

/// <summary>How your office sees its State, or its organization, against a list. Nobody else sees it until you share it.</summary>
/// <param name="List">The list.</param>
/// <param name="Answers">What you say to the entries that you looked at; the others may be left out.</param>
/// <param name="Id">The self-check to change; left out for a new one.</param>
/// <param name="Version">The version of it that you saw.</param>
/// <param name="Partner">For the steps of 2016: the other body of the pair, such as <c>AU</c> or <c>UN_OSAPG</c>.</param>
/// <param name="Language">The language of the notes (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordSelfCheckInput(
    SelfCheckList List,
    IReadOnlyList<SelfCheckAnswerInput> Answers,
    [property: ID<SelfCheck>] Guid? Id = null,
    int? Version = null,
    string? Partner = null,
    string Language = "en",
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>What you say to one entry of a list.</summary>
/// <param name="Code">The entry's code in the catalogue.</param>
/// <param name="State">Where you see yourself.</param>
/// <param name="Note">What is to be said to it (Markdown); at most 4,000 characters.</param>
public sealed record SelfCheckAnswerInput(string Code, StepState State, string? Note = null);

/// <summary>An audience for a self-check.</summary>
/// <param name="Id">The self-check.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it; with your office alone, to take it back.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShareSelfCheckInput(
    [property: ID<SelfCheck>] Guid Id, int Version, AudienceInput Audience, string? Reason = null, string? ClientMutationId = null);
