using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Alerts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>
/// A request for help with prevention or protection: by a State, by a regional organization that builds its own means, or by civil society where the
/// State is the danger. Life: open → matched → agreed → closed. Only those see it with whom its office shares it.
/// </summary>
public sealed class AssistanceRequest : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.AssistanceRequest;

    /// <summary>The State in which help is needed (ISO 3166-1 alpha-3); null if an organization asks for itself.</summary>
    [Filterable, Sortable]
    public string? Country { get; set; }

    /// <summary>The regional organization that asks for itself (its party's code); null if help is needed in a State.</summary>
    [Filterable, Sortable]
    public string? Organization { get; set; }

    /// <summary>The category of help (a code of the catalogue).</summary>
    [Filterable]
    public required string Category { get; set; }

    /// <summary>The form of help (a code of the catalogue).</summary>
    [Filterable]
    public required string Form { get; set; }

    /// <summary>The form of civilian help (a code of the catalogue); null if it is another form.</summary>
    [Filterable]
    public string? CivilianForm { get; set; }

    /// <summary>The inhibitors that it is to strengthen (codes of the catalogue).</summary>
    [Filterable]
    public string[] Inhibitors { get; set; } = [];

    /// <summary>How soon it is needed.</summary>
    [Filterable]
    public Urgency Urgency { get; set; }

    /// <summary>By when it is needed.</summary>
    [Filterable, Sortable]
    public DateOnly? NeededBy { get; set; }

    [GraphQLIgnore]
    public required AssistanceRequestBody Body
    {
        get => field ??= StoredJson.Read<AssistanceRequestBody>(StoredBody);
        set;
    }

    /// <summary>What is needed, and what for (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string WhatFor => Body.WhatFor;

    /// <summary>How the request stands to each of the five principles of assistance.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<PrincipleAnswer> Principles => Body.Principles;

    /// <summary>What is missing, inhibitor by inhibitor.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AssessedNeed> NeedsAssessment => Body.NeedsAssessment;

    /// <summary>What is needed in money or in kind.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<Need> Needs => Body.Needs;

    /// <summary>Which authorities would work together; never what they know of a case.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<AuthorityContact> Contacts => Body.Contacts;

    /// <summary>What came of it (Markdown); null until it is closed.</summary>
    [JsonMember(nameof(Body))]
    public string? Outcome => Body.Outcome;
}

/// <summary>What a request says, beyond its columns.</summary>
public sealed class AssistanceRequestBody
{
    public required string WhatFor { get; set; }

    public List<PrincipleAnswer> Principles { get; set; } = [];

    public List<AssessedNeed> NeedsAssessment { get; set; } = [];

    public List<Need> Needs { get; set; } = [];

    public List<AuthorityContact> Contacts { get; set; } = [];

    public string? Outcome { get; set; }
}

/// <summary>How help stands to one of the five principles.</summary>
public sealed class PrincipleAnswer
{
    /// <summary>The principle (a code of the catalogue).</summary>
    public required string Principle { get; set; }

    /// <summary>How it is kept (Markdown).</summary>
    public required string Answer { get; set; }
}

/// <summary>What is missing of one inhibitor.</summary>
public sealed class AssessedNeed
{
    /// <summary>The inhibitor (a code of the catalogue).</summary>
    public required string Inhibitor { get; set; }

    /// <summary>What is missing (Markdown).</summary>
    public required string Finding { get; set; }
}

/// <summary>Whether something is given in money or in kind.</summary>
public enum ResourceKind
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>People, training, equipment, time.</summary>
    Kind,
}

/// <summary>Something that is needed.</summary>
public sealed class Need
{
    /// <summary>A short name within the request, such as <c>N1</c>: pledges say by it what they are for.</summary>
    public required string Key { get; set; }

    /// <summary>What is needed.</summary>
    public required string What { get; set; }

    /// <summary>Money, or in kind.</summary>
    public ResourceKind Kind { get; set; }

    /// <summary>How much, as decimal text; null if it can't be counted.</summary>
    public string? Amount { get; set; }

    /// <summary>The currency (ISO 4217), or what is counted in kind.</summary>
    public string? Unit { get; set; }
}

/// <summary>An authority that would work with others.</summary>
public sealed class AuthorityContact
{
    /// <summary>The authority; never a person.</summary>
    public required string Authority { get; set; }

    /// <summary>What they would work on together.</summary>
    public required string Purpose { get; set; }
}

/// <summary>Who was consulted about what is needed: a row that only the office that asks reads.</summary>
public sealed class AssistanceConsultation : IReadable
{
    public Guid RequestId { get; set; }

    public Guid OwnerId { get; set; }

    public string[] Readers { get; set; } = [];

    public List<Consulted> Consulted { get; set; } = [];
}
