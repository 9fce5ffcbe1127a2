using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>A link to an outside record that shows something. The service keeps no evidence itself.</summary>
public sealed class EvidenceLink
{
    /// <summary>What the record is called; never a person's name.</summary>
    public required string Title { get; set; }

    /// <summary>Where it can be read.</summary>
    public required string Url { get; set; }
}

/// <summary>A link to an outside record. Facts about single persons have no place here.</summary>
/// <param name="Title">What the record is called; at most 300 characters.</param>
/// <param name="Url">Where it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
public sealed record EvidenceLinkInput(string Title, string Url);

/// <summary>How links to outside records are written down.</summary>
internal static class EvidenceLinks
{
    private const int MaxLinks = 50;

    /// <summary>Says what is wrong with them, below <c>evidence</c>.</summary>
    public static void Check(InputCheck check, IReadOnlyList<EvidenceLinkInput>? links)
    {
        check.Count(links, MaxLinks, "evidence");
        for (var i = 0; i < links?.Count; i++)
        {
            check.Text(links[i].Title, 300, "evidence", $"{i}", "title");
            check.Address(links[i].Url, "evidence", $"{i}", "url");
        }
    }

    public static List<EvidenceLink> Of(IReadOnlyList<EvidenceLinkInput>? links) =>
        [.. (links ?? []).Select(link => new EvidenceLink { Title = link.Title, Url = link.Url })];
}
