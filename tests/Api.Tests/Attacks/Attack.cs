using System.Text;
using System.Text.Json;

namespace R2P.Api.Tests.Attacks;

/// <summary>A request made to hurt, and what it gets.</summary>
/// <param name="Name">Its shape.</param>
/// <param name="Query">The document.</param>
/// <param name="Code">The code of the last error; null where it does no harm and is answered with data.</param>
public sealed record Attack(string Name, string Query, string? Code)
{
    /// <summary>JSON.</summary>
    public string? Variables { get; init; }

    /// <summary>The whole request, where it is no proper one.</summary>
    public string? Body { get; init; }

    /// <summary>The code with which a socket is closed, where the message itself is refused rather than the operation.</summary>
    public int? SocketClose { get; init; }

    public string Json => Body ?? $$"""{"query":{{JsonSerializer.Serialize(Query)}}{{(Variables is null ? "" : $",\"variables\":{Variables}")}}}""";

    public byte[] Utf8 => Encoding.UTF8.GetBytes(Json);

    /// <summary>As the query component of a URL; null for what has no such form.</summary>
    public string? Url => Body is not null ? null
        : $"?query={Uri.EscapeDataString(Query)}{(Variables is null ? "" : $"&variables={Uri.EscapeDataString(Variables)}")}";

    public override string ToString() => Name;
}
