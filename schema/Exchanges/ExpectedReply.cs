using R2P.GraphQL;

namespace R2P.Schema.Exchanges;

/// <summary>A reply that an office was asked for and has not sent.</summary>
public sealed class ExpectedReply
{
    [GraphQLIgnore]
    public Guid ExchangeId { get; init; }

    [GraphQLIgnore]
    public Guid MessageId { get; init; }

    [GraphQLIgnore]
    public Guid OfficeId { get; init; }

    /// <summary>By when it is expected.</summary>
    public DateOnly By { get; init; }

    [GraphQLIgnore]
    public DateTimeOffset SentAt { get; init; }
}
