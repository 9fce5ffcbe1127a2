using R2P.GraphQL;
using R2P.Schema.Members;

namespace R2P.Schema.Exchanges;

/// <summary>An exchange that is opened.</summary>
/// <param name="With">The other offices; without any it is a private log of your own office.</param>
/// <param name="Title">A title in the exchange's language; at most 300 characters. Every office that is invited sees it.</param>
/// <param name="Purpose">What the offices come together for (Markdown); at most 4,000 characters.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Countries">The States that it is about (ISO 3166-1 alpha-3).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record OpenExchangeInput(
    [property: ID<Office>] IReadOnlyList<Guid> With,
    string Title,
    string Purpose,
    string? Summary = null,
    string Language = "en",
    [property: ID<Office>] Guid? Office = null,
    IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>Offices that are asked into an exchange.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Offices">Who joins. They read what is sent from now on; what was sent before only if it is sent to them again.</param>
/// <param name="Office">Which of your offices invites; only needed by somebody who acts for several.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record InviteToExchangeInput(
    [property: ID<Exchange>] Guid Id,
    int Version,
    [property: ID<Office>] IReadOnlyList<Guid> Offices,
    [property: ID<Office>] Guid? Office = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>An office that leaves an exchange.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Office">Which of your offices leaves; only needed by somebody who acts for several.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record LeaveExchangeInput(
    [property: ID<Exchange>] Guid Id, int Version, [property: ID<Office>] Guid? Office = null, string? Reason = null, string? ClientMutationId = null);

/// <summary>An exchange that ends.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters. Needed while a reply is outstanding.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseExchangeInput([property: ID<Exchange>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>A task for an office of the exchange.</summary>
/// <param name="ExchangeId">The exchange.</param>
/// <param name="Text">What is to be done; at most 2,000 characters.</param>
/// <param name="ForOffice">The office that is to do it; by default your own.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Office">Which of your offices adds it; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AddTaskInput(
    [property: ID<Exchange>] Guid ExchangeId,
    string Text,
    [property: ID<Office>] Guid? ForOffice = null,
    DateOnly? DueOn = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A task that was done.</summary>
/// <param name="Id">The task.</param>
/// <param name="Result">What came of it; at most 4,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CompleteTaskInput([property: ID<ExchangeTask>] Guid Id, string? Result = null, string? ClientMutationId = null);

/// <summary>A partnership that came of an exchange, as it stands from now on.</summary>
/// <param name="ExchangeId">The exchange.</param>
/// <param name="Parties">The offices that are parties; they and nobody else read it. Yours is one of them.</param>
/// <param name="Aim">What they want to reach together (Markdown); at most 4,000 characters.</param>
/// <param name="Activities">What they do for it; at most 1,000 characters each.</param>
/// <param name="Id">The record that is changed; leave it out for a new one.</param>
/// <param name="Version">The version of that record that you saw.</param>
/// <param name="StartsOn">Since when.</param>
/// <param name="EndsOn">Until when.</param>
/// <param name="Results">What came of it (Markdown).</param>
/// <param name="Office">Which of your offices records it; only needed by somebody who acts for several.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordPartnershipInput(
    [property: ID<Exchange>] Guid ExchangeId,
    [property: ID<Office>] IReadOnlyList<Guid> Parties,
    string Aim,
    IReadOnlyList<string>? Activities = null,
    [property: ID<Partnership>] Guid? Id = null,
    int? Version = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? Results = null,
    [property: ID<Office>] Guid? Office = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>What a step of an exchange's life names.</summary>
internal sealed record ExchangeStep(Guid Id, int Version, string? Reason);
