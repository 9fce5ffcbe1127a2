using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>A fact about a State and the law. Give <c>action</c> with an instrument, or <c>accountability</c>.</summary>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Instrument">The legal instrument (a code of the catalogue).</param>
/// <param name="Action">What the State did about it (a code of the catalogue's treaty steps), such as <c>RATIFICATION</c>.</param>
/// <param name="Accountability">By which step the State holds to account. Such a fact needs a public source.</param>
/// <param name="Country">The State that acted; by default the office's own. The office of a State records what its own State did.</param>
/// <param name="Title">A title; by default made of the State, the step and the instrument.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Statement">What the State declared, or the text of a reservation (Markdown).</param>
/// <param name="DomesticLaw">How it stands in the law of the State (Markdown).</param>
/// <param name="Implementation">How it is carried out (Markdown).</param>
/// <param name="Partner">The court or body to which the State referred, or with which it works together; at most 300 characters.</param>
/// <param name="Source">Where anybody can look it up.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Audience">With whom to share it at once; by default it stays in your office until it is shared.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record RecordTreatyActionInput(
    DateOnly DoneOn,
    string? Instrument = null,
    string? Action = null,
    AccountabilityStep? Accountability = null,
    string? Country = null,
    string? Title = null,
    string? Summary = null,
    string Language = "en",
    string? Statement = null,
    string? DomesticLaw = null,
    string? Implementation = null,
    string? Partner = null,
    PublicSourceInput? Source = null,
    IReadOnlyList<string>? Tags = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A correction. What is left out stays as it is.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="Title">The title.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Statement">What the State declared (Markdown); null removes it.</param>
/// <param name="DomesticLaw">How it stands in the law of the State (Markdown); null removes it.</param>
/// <param name="Implementation">How it is carried out (Markdown); null removes it.</param>
/// <param name="Partner">The court or body; null removes it.</param>
/// <param name="Source">Where anybody can look it up; null removes it.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseTreatyActionInput(
    [property: ID<TreatyAction>] Guid Id,
    int Version,
    string? Reason = null,
    DateOnly? DoneOn = null,
    string? Title = null,
    Optional<string?> Summary = default,
    Optional<string?> Statement = default,
    Optional<string?> DomesticLaw = default,
    Optional<string?> Implementation = default,
    Optional<string?> Partner = default,
    Optional<PublicSourceInput?> Source = default,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A place where anybody can look it up.</summary>
/// <param name="Text">What it is: the depositary's notification, the number of a law, the public name of a case; at most 500 characters.</param>
/// <param name="Url">Where it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
public sealed record PublicSourceInput(string Text, string? Url = null);
