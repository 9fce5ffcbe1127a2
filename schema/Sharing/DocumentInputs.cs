using R2P.GraphQL;

namespace R2P.Schema.Sharing;

/// <summary>Another audience for a published document.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it from now on, instead of the present audience.</param>
/// <param name="Handling">How readers have to handle it; null without a special rule.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ShareDocumentInput(
    NodeId Id, int Version, AudienceInput Audience, HandlingInput? Handling = null, string? Reason = null, string? ClientMutationId = null);

/// <summary>Taking a document back.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawDocumentInput(NodeId Id, int Version, string Reason, string? ClientMutationId = null);

/// <summary>A document's texts in another language.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Language">The language of the translation (BCP 47); one that is there already is replaced.</param>
/// <param name="Kind">Who stands behind the translation.</param>
/// <param name="Title">The title; at most 300 characters.</param>
/// <param name="Summary">The summary; at most 4,000 characters.</param>
/// <param name="Texts">Other texts of the document; at most 200.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record TranslateDocumentInput(
    NodeId Id,
    int Version,
    string Language,
    TranslationKind Kind,
    string Title,
    string? Summary = null,
    IReadOnlyList<TranslatedTextInput>? Texts = null,
    string? ClientMutationId = null);

/// <summary>A text in another language.</summary>
/// <param name="At">Where the original stands: a JSON pointer into the document, such as <c>/ratings/0/finding</c>, as for <c>html(at:)</c>.</param>
/// <param name="Text">The text in that language (Markdown); at most 20,000 characters.</param>
public sealed record TranslatedTextInput(string At, string Text);

/// <summary>Who was consulted.</summary>
/// <param name="Id">The document, of any kind.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Consulted">All who were consulted, anew: bodies, never persons. Whoever reads the document reads it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordConsultedInput(
    NodeId Id, int Version, IReadOnlyList<ConsultedInput> Consulted, string? Reason = null, string? ClientMutationId = null);
