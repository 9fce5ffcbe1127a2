using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Exchanges;

/// <summary>What a message says, to whom, and under which rule.</summary>
/// <param name="Text">What it says (Markdown); at most 20,000 characters.</param>
/// <param name="To">
/// The offices of the exchange that read it; by default all that take part when it is sent, for a reply all that could read what it replies to.
/// </param>
/// <param name="Handling">How its readers have to handle it; by default it is not to be passed on, and does not expire.</param>
/// <param name="Documents">Documents that it points to. Each reader is shown those that they may see anyway; a link opens nothing.</param>
/// <param name="ReplyExpectedBy">By when each of those offices is asked to reply.</param>
/// <param name="Corrects">An earlier message of your office that this one corrects.</param>
public sealed record MessageInput(
    string Text,
    [property: ID<Office>] IReadOnlyList<Guid>? To = null,
    HandlingInput? Handling = null,
    IReadOnlyList<NodeId>? Documents = null,
    DateOnly? ReplyExpectedBy = null,
    [property: ID<ExchangeMessage>] Guid? Corrects = null);

/// <summary>A message that is being written. Only your office sees it until it is sent.</summary>
/// <param name="ExchangeId">The exchange.</param>
/// <param name="Message">The message.</param>
/// <param name="InReplyTo">The message that it replies to.</param>
/// <param name="Office">Which of your offices writes; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record DraftMessageInput(
    [property: ID<Exchange>] Guid ExchangeId,
    MessageInput Message,
    [property: ID<ExchangeMessage>] Guid? InReplyTo = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A draft as it is to stand from now on.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Version">The version of it that you saw.</param>
/// <param name="Message">The whole message anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseMessageInput(
    [property: ID<ExchangeMessage>] Guid Id, int Version, MessageInput Message, string? ClientMutationId = null);

/// <summary>A message that is sent: either a draft as it stands, or one that is written here.</summary>
/// <param name="Draft">The draft that is sent.</param>
/// <param name="Version">The version of the draft that you saw.</param>
/// <param name="ExchangeId">Without a draft: the exchange.</param>
/// <param name="Message">Without a draft: the message.</param>
/// <param name="Office">Which of your offices sends it; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SendMessageInput(
    [property: ID<ExchangeMessage>] Guid? Draft = null,
    int? Version = null,
    [property: ID<Exchange>] Guid? ExchangeId = null,
    MessageInput? Message = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A reply that is sent.</summary>
/// <param name="MessageId">The message that it replies to.</param>
/// <param name="Message">The reply. Unless that message may be passed on, it goes to nobody who could not read it.</param>
/// <param name="Office">Which of your offices replies; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReplyToInput(
    [property: ID<ExchangeMessage>] Guid MessageId,
    MessageInput Message,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A message that is taken back.</summary>
/// <param name="Id">A message of your office, sent or not.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawMessageInput([property: ID<ExchangeMessage>] Guid Id, string? ClientMutationId = null);
