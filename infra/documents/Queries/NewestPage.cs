namespace R2P.Documents;

/// <summary>Which of a kind's documents make a page, in the order of their publication; drafts count as newest.</summary>
/// <param name="Kind">The kind, as <c>document_reader</c> names it.</param>
/// <param name="Take">How many.</param>
/// <param name="OldestFirst">From the other end.</param>
/// <param name="After">The document behind which the page begins; null at the beginning.</param>
public sealed record NewestPage(string Kind, int Take, bool OldestFirst, (DateTimeOffset? PublishedAt, Guid Id)? After);
