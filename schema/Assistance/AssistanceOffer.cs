using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>
/// An offer of help: in answer to a request, read by both offices alone; or standing, for whoever it is shared with. Life: open → matched → agreed →
/// closed. What was agreed, how it goes and why it ended are kept with it.
/// </summary>
public sealed class AssistanceOffer : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.AssistanceOffer;

    [GraphQLIgnore]
    public Guid? RequestId { get; set; }

    [GraphQLIgnore]
    public Guid? RequesterId { get; set; }

    /// <summary>Whether it is offered to whoever needs it, not in answer to a request.</summary>
    public bool Standing => RequestId is null;

    /// <summary>The State in which help is offered (ISO 3166-1 alpha-3); null if it may be anywhere.</summary>
    [Filterable]
    public string? Country { get; set; }

    /// <summary>The category of help (a code of the catalogue).</summary>
    [Filterable]
    public required string Category { get; set; }

    /// <summary>The form of help (a code of the catalogue).</summary>
    [Filterable]
    public required string Form { get; set; }

    /// <summary>The forms of civilian help (codes of the catalogue).</summary>
    [Filterable]
    public string[] CivilianForms { get; set; } = [];

    /// <summary>The inhibitors that it can strengthen (codes of the catalogue).</summary>
    [Filterable]
    public string[] Inhibitors { get; set; } = [];

    /// <summary>What the office that asked made of it; null until it answers.</summary>
    [Filterable]
    public OfferAnswer? Answer { get; set; }

    [GraphQLIgnore]
    public Guid? ScopeProposedBy { get; set; }

    /// <summary>When the help is next to be looked at.</summary>
    [Filterable, Sortable]
    public DateOnly? NextReviewOn { get; set; }

    [GraphQLIgnore]
    public required AssistanceOfferBody Body
    {
        get => field ??= StoredJson.Read<AssistanceOfferBody>(StoredBody);
        set;
    }

    /// <summary>What is offered (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string What => Body.What;

    /// <summary>How the help stands to each of the five principles of assistance.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<PrincipleAnswer> Principles => Body.Principles;

    /// <summary>Expertise that can be deployed, by skill and number, without names.</summary>
    [Filterable(Using = "Body.Roster")]
    [JsonMember(nameof(Body))]
    public IReadOnlyList<RosterEntry> Roster => Body.Roster;

    /// <summary>What is pledged in money or in kind.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AssistancePledge> Pledges => Body.Pledges;

    /// <summary>Which authorities would work together; never what they know of a case.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AuthorityContact> Contacts => Body.Contacts;

    /// <summary>Why the offer was accepted or declined.</summary>
    [JsonMember(nameof(Body))]
    public string? AnswerReason => Body.AnswerReason;

    /// <summary>Every scope that was proposed, the latest last: who proposed it, why it was amended, when the other side agreed.</summary>
    public IReadOnlyList<AssistanceScope> Scopes => Body.Scopes;

    /// <summary>When both sides look whether the help still serves.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<ReviewPoint> ReviewPoints => Body.ReviewPoints;

    /// <summary>What was done, and what came of it.</summary>
    public IReadOnlyList<AssistanceReport> Reports => Body.Reports;

    /// <summary>Why the help was stopped; null unless it was.</summary>
    [JsonMember(nameof(Body))]
    public string? StopReason => Body.StopReason;
}

/// <summary>What an offer says, beyond its columns.</summary>
public sealed class AssistanceOfferBody
{
    public required string What { get; set; }

    public List<PrincipleAnswer> Principles { get; set; } = [];

    public List<RosterEntry> Roster { get; set; } = [];

    public List<AssistancePledge> Pledges { get; set; } = [];

    public List<AuthorityContact> Contacts { get; set; } = [];

    public string? AnswerReason { get; set; }

    public List<AssistanceScope> Scopes { get; set; } = [];

    public List<ReviewPoint> ReviewPoints { get; set; } = [];

    public List<AssistanceReport> Reports { get; set; } = [];

    public string? StopReason { get; set; }

    /// <summary>The same, as a new object that can be changed: what is kept as JSON is written anew as a whole.</summary>
    internal AssistanceOfferBody Copy() => new()
    {
        What = What,
        Principles = [.. Principles],
        Roster = [.. Roster],
        Pledges = [.. Pledges],
        Contacts = [.. Contacts],
        AnswerReason = AnswerReason,
        Scopes = [.. Scopes],
        ReviewPoints = [.. ReviewPoints],
        Reports = [.. Reports],
        StopReason = StopReason,
    };
}

/// <summary>What the office that asked made of an offer.</summary>
public enum OfferAnswer
{
    /// <summary>It wants this help.</summary>
    Accepted,

    /// <summary>It does not.</summary>
    Declined,
}

/// <summary>Expertise that can be deployed.</summary>
public sealed class RosterEntry
{
    /// <summary>The form of civilian help (a code of the catalogue).</summary>
    [Filterable]
    public required string Skill { get; set; }

    /// <summary>What exactly, coarsely: languages, experience; never names.</summary>
    public string? Note { get; set; }

    /// <summary>How many people.</summary>
    public int People { get; set; }

    /// <summary>From when.</summary>
    public DateOnly? AvailableFrom { get; set; }
}

/// <summary>Something that is pledged.</summary>
public sealed class AssistancePledge
{
    /// <summary>The need of the request that it is for, by its key; null if it is for none in particular.</summary>
    public string? Need { get; set; }

    /// <summary>What is pledged.</summary>
    public required string What { get; set; }

    /// <summary>Money, or in kind.</summary>
    public ResourceKind Kind { get; set; }

    /// <summary>How much, as decimal text; null if it can't be counted.</summary>
    public string? Amount { get; set; }

    /// <summary>The currency (ISO 4217), or what is counted in kind.</summary>
    public string? Unit { get; set; }
}

/// <summary>What is to be done, as one side proposed it.</summary>
public sealed class AssistanceScope
{
    /// <summary>What is to be done, and what not (Markdown).</summary>
    public required string Text { get; set; }

    /// <summary>Why it was amended; null for the first.</summary>
    public string? Reason { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; set; }

    /// <summary>When the other side agreed; null until then.</summary>
    public DateTimeOffset? AgreedAt { get; set; }
}

/// <summary>A day on which both sides look whether the help still serves: is it about the risk, mutual, and owned?</summary>
public sealed class ReviewPoint
{
    /// <summary>Its number within the offer, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The day.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>What to look at.</summary>
    public required string Question { get; set; }

    /// <summary>When it was held; null until then.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>What was found (Markdown); null until then.</summary>
    public string? Finding { get; set; }
}

/// <summary>What was done of what was agreed.</summary>
public sealed class AssistanceReport
{
    /// <summary>What kind of activity it was.</summary>
    public AssistanceActivityKind Kind { get; set; }

    /// <summary>What was done (Markdown).</summary>
    public required string Activity { get; set; }

    /// <summary>What came of it (Markdown).</summary>
    public required string Result { get; set; }

    /// <summary>Whether it worked.</summary>
    public AssistanceWorked Worked { get; set; }

    /// <summary>What is to be learnt from it (Markdown).</summary>
    public string? Lesson { get; set; }

    [GraphQLIgnore]
    public Guid OfficeId { get; set; }

    /// <summary>When it was reported.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>Kinds of activities.</summary>
public enum AssistanceActivityKind
{
    /// <summary>Advice, dialogue, good offices.</summary>
    Advice,

    /// <summary>Training.</summary>
    Training,

    /// <summary>People were sent.</summary>
    Deployment,

    /// <summary>Equipment was given.</summary>
    Equipment,

    /// <summary>Money was given.</summary>
    Funding,

    /// <summary>Authorities worked together.</summary>
    Cooperation,
}

/// <summary>Whether help worked.</summary>
public enum AssistanceWorked
{
    /// <summary>It did.</summary>
    Worked,

    /// <summary>In part.</summary>
    InPart,

    /// <summary>It did not work.</summary>
    DidNotWork,

    /// <summary>It can't be told yet.</summary>
    TooEarly,
}
