using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>
/// A fact about a State and the law: what it did about a legal instrument, or a step by which it holds to account. It has a date and a source, and is
/// corrected in place, with its history kept. It names no other State.
/// </summary>
public sealed class TreatyAction : SharedDocument
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.TreatyAction;

    /// <summary>The State that acted (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>The legal instrument (a code of the catalogue); null for a step of accountability that rests on none.</summary>
    [Filterable, Sortable]
    public string? Instrument { get; set; }

    /// <summary>What the State did about the instrument (a code of the catalogue's treaty steps); null for a step of accountability.</summary>
    [Filterable]
    public string? Action { get; set; }

    /// <summary>By which step the State holds to account; null for a step about the instrument.</summary>
    [Filterable]
    public AccountabilityStep? Accountability { get; set; }

    /// <summary>When it was done.</summary>
    [Filterable, Sortable]
    public DateOnly DoneOn { get; set; }

    [GraphQLIgnore]
    public required TreatyActionBody Body
    {
        get => field ??= StoredJson.Read<TreatyActionBody>(StoredBody);
        set;
    }

    /// <summary>What the State declared, or the text of a reservation (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Statement => Body.Statement;

    /// <summary>How it stands in the law of the State (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? DomesticLaw => Body.DomesticLaw;

    /// <summary>How it is carried out (Markdown).</summary>
    [JsonMember(nameof(Body))]
    public string? Implementation => Body.Implementation;

    /// <summary>The court or body to which the State referred, or with which it works together; null where there is none.</summary>
    [JsonMember(nameof(Body))]
    public string? Partner => Body.Partner;

    /// <summary>Where anybody can look it up; null if it is the State's own account.</summary>
    [JsonMember(nameof(Body))]
    public PublicSource? Source => Body.Source;
}

/// <summary>The steps by which a State holds to account. Facts that are public; never the evidence of a case.</summary>
public enum AccountabilityStep
{
    /// <summary>Atrocity crimes were made crimes under the State's own law.</summary>
    Criminalized,

    /// <summary>The State's own courts opened or decided a case.</summary>
    Prosecuted,

    /// <summary>The State referred a situation or a case to a court.</summary>
    Referred,

    /// <summary>The State worked together with a court or body: surrender, judicial assistance, an agreement.</summary>
    Cooperated,
}

/// <summary>What a fact says, beyond its columns.</summary>
public sealed class TreatyActionBody
{
    public string? Statement { get; set; }

    public string? DomesticLaw { get; set; }

    public string? Implementation { get; set; }

    public string? Partner { get; set; }

    public PublicSource? Source { get; set; }
}

/// <summary>A place where anybody can look it up.</summary>
public sealed class PublicSource
{
    /// <summary>What it is: the depositary's notification, the number of a law, the public name of a case.</summary>
    public required string Text { get; set; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; set; }
}
