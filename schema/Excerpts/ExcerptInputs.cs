using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>Showing the title of a document.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">To whom the title is shown.</param>
/// <param name="Title">Another title to show; the document's own if not given. At most 300 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShowTitleInput(NodeId Id, int Version, AudienceInput Audience, string? Title = null, string? ClientMutationId = null);

/// <summary>Sharing a summary while the document stays where it is.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Title">The title to show; at most 300 characters.</param>
/// <param name="Text">The summary (Markdown); at most 20,000 characters.</param>
/// <param name="Audience">With whom the summary is shared.</param>
/// <param name="Handling">How readers have to handle it; null without a special rule.</param>
/// <param name="Language">The language of title and summary (BCP 47); the document's own if not given.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShareSummaryInput(
    NodeId Id,
    int Version,
    string Title,
    string Text,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    string? Language = null,
    string? ClientMutationId = null);

/// <summary>Taking an excerpt back.</summary>
/// <param name="Id">The excerpt.</param>
/// <param name="Version">The version of the excerpt that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawExcerptInput([property: ID<Excerpt>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);

/// <summary>Asking for the document behind an excerpt.</summary>
/// <param name="Excerpt">The excerpt that you see.</param>
/// <param name="Reason">What your office needs the document for; at most 2,000 characters.</param>
/// <param name="Office">The office that asks; needed if you act for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RequestAccessInput(
    [property: ID<Excerpt>] Guid Excerpt, string Reason, [property: ID<Members.Office>] Guid? Office = null, string? ClientMutationId = null);

/// <summary>Answering a request for access.</summary>
/// <param name="Id">The request.</param>
/// <param name="Grant">Whether the document is shared with the office that asks.</param>
/// <param name="Version">To grant it: the version of the document that you saw.</param>
/// <param name="Audience">To grant it: with whom the document is shared from now on. It must let the office in that asks.</param>
/// <param name="Handling">To grant it: how readers have to handle the document; null without a special rule.</param>
/// <param name="Answer">What to say to the office; at most 2,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerAccessRequestInput(
    [property: ID<AccessRequest>] Guid Id,
    bool Grant,
    int? Version = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    string? Answer = null,
    string? ClientMutationId = null);
