namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// Why an event stream ends. A stream that ends before its operations do has no <c>complete</c> event: clients come back and resume. The reason goes
/// before the end as a comment, which clients skip and developers read.
/// </summary>
internal sealed record StreamEnd(string? Reason)
{
    public static readonly StreamEnd Completed = new((string?)null);
    public static readonly StreamEnd ClientGone = new((string?)null);
    public static readonly StreamEnd SlowConsumer = new((string?)null);
    public static readonly StreamEnd GoingAway = new("the server is shutting down");
    public static readonly StreamEnd Expired = new("the token has expired");
}
