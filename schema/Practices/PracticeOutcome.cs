using R2P.GraphQL;

namespace R2P.Schema.Practices;

/// <summary>What came of a practice, said honestly: what did not work teaches others, too.</summary>
public enum PracticeOutcome
{
    /// <summary>It reached its aim.</summary>
    Worked,

    /// <summary>It reached a part of its aim.</summary>
    WorkedInPart,

    /// <summary>It did not reach its aim.</summary>
    DidNotWork,

    /// <summary>It is too early to tell.</summary>
    TooEarly,
}

/// <summary>Whose idea a practice was.</summary>
public enum PracticeOrigin
{
    /// <summary>A State's.</summary>
    State,

    /// <summary>An organization's.</summary>
    Organization,

    /// <summary>
    /// That of a community or of individuals: the method is told, names and places are not. The country is left out unless it is given.
    /// </summary>
    Community,
}

/// <summary>What was found about one aim of a practice.</summary>
public sealed class ResultNote
{
    /// <summary>The aim.</summary>
    public required string Aim { get; set; }

    /// <summary>What came of it (Markdown).</summary>
    public required string Finding { get; set; }

    /// <summary>Whether the aim was reached.</summary>
    public PracticeOutcome Outcome { get; set; }

    /// <summary>The day of the note.</summary>
    public DateOnly NotedOn { get; set; }
}

/// <summary>Who took part in a practice, beside those whose practice it is.</summary>
public sealed class PracticePartner
{
    /// <summary>What kind of partner (a code of the catalogue's community actors, civil-society roles or organizations).</summary>
    public required string Kind { get; set; }

    /// <summary>The partner's name, where it has consented to be named; null otherwise.</summary>
    public string? Name { get; set; }

    /// <summary>When the partner consented to be named; null if it is not named.</summary>
    public DateOnly? ConsentedOn { get; set; }
}

/// <summary>Who took part in a practice. Say the kind; name a partner only with its consent.</summary>
/// <param name="Kind">What kind of partner (a code of the catalogue, such as <c>ACTOR_RELIGIOUS_LEADERS</c>).</param>
/// <param name="Name">The partner's name; only together with its consent, and never for a community's innovation.</param>
/// <param name="ConsentedOn">When the partner consented to be named.</param>
public sealed record PracticePartnerInput(string Kind, string? Name = null, DateOnly? ConsentedOn = null);

/// <summary>What was found about an aim of a practice.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Aim">The aim; at most 500 characters.</param>
/// <param name="Finding">What came of it (Markdown); at most 4,000 characters.</param>
/// <param name="Outcome">Whether the aim was reached; it becomes the outcome of the practice.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record NoteResultInput(
    [property: ID<Practice>] Guid Id,
    int Version,
    string Aim,
    string Finding,
    PracticeOutcome Outcome,
    string? ClientMutationId = null);

/// <summary>An entry about your State to take out of the compendium.</summary>
/// <param name="Id">The practice.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why; at most 1,000 characters. The office that keeps the entry reads it.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RemovePracticeInput(
    [property: ID<Practice>] Guid Id, int Version, string Reason, string? ClientMutationId = null);
