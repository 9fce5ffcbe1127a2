using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>
/// What a State, or a regional organization, sets out to do for prevention: goals, and actions with an office and a date. Life: draft → adopted → closed
/// with results against its aims. Its public summary is a text of its own (<c>StrategySummary</c>): this one can stay at home.
/// </summary>
public sealed class Strategy : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Strategy;

    /// <summary>The State whose strategy it is (ISO 3166-1 alpha-3); null if it is an organization's.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The regional organization whose strategy it is (a code of the catalogue); null if it is a State's.</summary>
    [Filterable, Sortable]
    public string? Organization { get; set; }

    /// <summary>From when it is to hold.</summary>
    [Filterable, Sortable]
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Until when it is to hold.</summary>
    [Filterable, Sortable]
    public DateOnly? ValidTo { get; set; }

    /// <summary>Every code that an action or the profile is tagged with: risk factors, inhibitors, forms of help, elements against extremism.</summary>
    [Filterable]
    public string[] ActionTags { get; set; } = [];

    [GraphQLIgnore]
    public Guid[] ActionOffices { get; set; } = [];

    /// <summary>The earliest date of an action that is not over; null if there is none.</summary>
    [Filterable, Sortable]
    public DateOnly? NextDueOn { get; set; }

    [GraphQLIgnore]
    public required StrategyBody Body
    {
        get => field ??= StoredJson.Read<StrategyBody>(StoredBody);
        set;
    }

    /// <summary>The internal text (Markdown): the situation, the priorities, the means.</summary>
    [JsonMember(nameof(Body))]
    public string? Text => Body.Text;

    /// <summary>What is to be reached.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 10)]
    public IReadOnlyList<StrategyGoal> Goals => Body.Goals;

    /// <summary>What is to be done.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 20)]
    public IReadOnlyList<StrategyAction> Actions => Body.Actions;

    /// <summary>The capacities that it builds on and those that it wants to grow, by inhibitor: no scores.</summary>
    [JsonMember(nameof(Body)), ListSize(AssumedSize = 7)]
    public IReadOnlyList<StrategyCapacity> Capacities => Body.Capacities;

    /// <summary>What was concluded when it was closed (Markdown); null until then.</summary>
    [JsonMember(nameof(Body))]
    public string? Conclusions => Body.Conclusions;

    /// <summary>Puts new content in place, and the columns that mirror it.</summary>
    internal void Fill(StrategyBody body)
    {
        Body = body;
        ActionTags = [.. body.Actions.SelectMany(action => action.Codes).Union(body.Capacities.Select(capacity => capacity.Inhibitor))];
        ActionOffices = [.. body.Actions.Select(action => action.OfficeId).OfType<Guid>().Distinct()];
        NextDueOn = body.Actions.Where(action => !action.IsOver).Min(action => action.DueOn);
    }
}

/// <summary>What a strategy says, beyond its columns.</summary>
public sealed class StrategyBody
{
    public string? Text { get; set; }

    public List<StrategyGoal> Goals { get; set; } = [];

    public List<StrategyAction> Actions { get; set; } = [];

    public List<StrategyCapacity> Capacities { get; set; } = [];

    public string? Conclusions { get; set; }
}

/// <summary>Something that a strategy wants to reach.</summary>
public sealed class StrategyGoal
{
    /// <summary>The goal's short name in its strategy, such as <c>G1</c>.</summary>
    public required string Key { get; set; }

    /// <summary>What is to be reached (Markdown).</summary>
    public required string Aim { get; set; }

    /// <summary>What was reached; null until the strategy is closed.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The result against the aim (Markdown); null until the strategy is closed.</summary>
    public string? Result { get; set; }
}

/// <summary>Whether something did what it was meant to do.</summary>
public enum Outcome
{
    /// <summary>It worked.</summary>
    Worked,

    /// <summary>It worked in part.</summary>
    PartlyWorked,

    /// <summary>It did not work.</summary>
    DidNotWork,

    /// <summary>It is too early to tell.</summary>
    TooEarly,
}

/// <summary>Something that a strategy wants to be done.</summary>
public sealed class StrategyAction
{
    /// <summary>The action's short name in its strategy, such as <c>A1</c>.</summary>
    public required string Key { get; set; }

    /// <summary>The key of the goal that it serves; null if it serves them all.</summary>
    public string? Goal { get; set; }

    /// <summary>What is to be done (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>The office that sees to it; null until one is named.</summary>
    [GraphQLIgnore]
    public Guid? OfficeId { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>By what one will see that it is done.</summary>
    public string? Indicator { get; set; }

    /// <summary>How far it is.</summary>
    public ActionStatus Status { get; set; }

    /// <summary>The codes that it is linked to: risk factors, inhibitors, priorities, tools, elements against extremism.</summary>
    public string[] Codes { get; set; } = [];

    /// <summary>The category or form of assistance that it gives or needs (a code of the catalogue); null if it is none.</summary>
    public string? Assistance { get; set; }

    /// <summary>The recommendations that it carries out.</summary>
    [GraphQLIgnore]
    public Guid[] RecommendationIds { get; set; } = [];

    /// <summary>Other national plans that it is part of.</summary>
    public List<LinkedPlan> Plans { get; set; } = [];

    /// <summary>What was reported on it, oldest first.</summary>
    public List<ActionReport> Reports { get; set; } = [];

    /// <summary>Whether nothing is to be done any more.</summary>
    [GraphQLIgnore]
    public bool IsOver => Status is ActionStatus.Done or ActionStatus.Dropped;
}

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    /// <summary>To be done.</summary>
    Planned,

    /// <summary>Being done.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up.</summary>
    Dropped,
}

/// <summary>A national plan of another field.</summary>
public sealed class LinkedPlan
{
    /// <summary>The field of the plan.</summary>
    public PlanKind Kind { get; set; }

    /// <summary>What the plan is called.</summary>
    public required string Title { get; set; }

    /// <summary>Where it can be read, if it is public.</summary>
    public string? Url { get; set; }
}

/// <summary>Fields in which States have plans that prevention can be part of.</summary>
public enum PlanKind
{
    /// <summary>Women, peace and security.</summary>
    WomenPeaceSecurity,

    /// <summary>Human rights.</summary>
    HumanRights,

    /// <summary>The Sustainable Development Goals.</summary>
    SustainableDevelopment,

    /// <summary>Preventing violent extremism.</summary>
    ViolentExtremism,

    /// <summary>Peacebuilding.</summary>
    Peacebuilding,

    /// <summary>Foreign policy.</summary>
    ForeignPolicy,

    /// <summary>Refugees and displaced people.</summary>
    Displacement,

    /// <summary>Another field.</summary>
    Other,
}

/// <summary>What an office reports on an action.</summary>
public sealed class ActionReport
{
    /// <summary>The day of the report.</summary>
    public DateOnly ReportedOn { get; set; }

    /// <summary>How far the action was then.</summary>
    public ActionStatus Status { get; set; }

    /// <summary>What was done (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>What came of it; null while nobody can say.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The office that reports.</summary>
    [ID<Members.Office>]
    public Guid OfficeId { get; set; }

    /// <summary>Where that can be read up.</summary>
    public List<EvidenceLink> Evidence { get; set; } = [];
}

/// <summary>A capacity of the State or the organization, by inhibitor.</summary>
public sealed class StrategyCapacity
{
    /// <summary>The inhibitor's code.</summary>
    public required string Inhibitor { get; set; }

    /// <summary>What is there (Markdown).</summary>
    public required string Strengths { get; set; }

    /// <summary>What is missing, and what help would be welcome (Markdown).</summary>
    public string? Needs { get; set; }
}
