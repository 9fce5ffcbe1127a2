using System.Collections.Frozen;

namespace R2P.Schema.Catalogue;

/// <summary>What networks have added to the catalogue.</summary>
/// <param name="Entries">Their entries, by code.</param>
/// <param name="Texts">What entries are called in other languages, by code, in the order of the languages.</param>
/// <param name="Crosswalks">Their comparisons of frameworks, as the file would have them (JSON).</param>
internal sealed record CatalogueAdditions(
    FrozenDictionary<string, Addition> Entries, FrozenDictionary<string, IReadOnlyList<EntryText>> Texts, IReadOnlyList<string> Crosswalks)
{
    public static CatalogueAdditions None { get; } = new(
        FrozenDictionary<string, Addition>.Empty, FrozenDictionary<string, IReadOnlyList<EntryText>>.Empty, []);
}

/// <summary>An entry that a network has added.</summary>
/// <param name="Code">Its code.</param>
/// <param name="List">The list of the file that it belongs to.</param>
/// <param name="Entry">The entry as the file would have it (JSON).</param>
/// <param name="Network">The code of the network whose secretariat keeps it.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="RetiredAt">Since when no list offers it; null while lists do.</param>
/// <param name="ReplacedBy">The code of what to take instead; null if nothing is named.</param>
internal sealed record Addition(string Code, string List, string Entry, string Network, DateTime AddedAt, DateTime? RetiredAt, string? ReplacedBy);

/// <summary>What an entry is called in another language.</summary>
internal sealed record EntryText(string Code, string Language, string Name, string? Description);
