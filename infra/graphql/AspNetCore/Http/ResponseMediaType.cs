using System.Runtime.InteropServices;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "Media Types": the form in which a response is sent, which also decides its status codes.</summary>
internal sealed class ResponseMediaType
{
    /// <summary>The official media type: the status code tells how the request went.</summary>
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json");

    /// <summary>For legacy clients, and for those who do not say: a well-formed request is answered with 200.</summary>
    public static readonly ResponseMediaType Json = new("application/json");

    private static readonly ResponseMediaType EventStream = new("text/event-stream");

    /// <summary>The exactness of a range that is no wildcard.</summary>
    private const int Named = 2;

    private readonly MediaTypeHeaderValue _mediaType;

    private ResponseMediaType(string mediaType)
    {
        _mediaType = new MediaTypeHeaderValue(mediaType);
        ContentType = mediaType + "; charset=utf-8";
    }

    public string ContentType { get; }

    /// <summary>
    /// RFC 9110 §12.5.1: the acceptable media type of the highest weight, or null when there is none. Of equal weight the one named more
    /// exactly wins; then the official one, if it was named at all: a wildcard alone gets application/json, as legacy clients expect.
    /// </summary>
    public static ResponseMediaType? Negotiate(StringValues accept)
    {
        switch ((string?)accept)
        {
            case null or "" or "*/*" or "application/json":
                return Json;
            case "application/graphql-response+json" or "application/graphql-response+json, application/json;q=0.9":
                return GraphQLResponse;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        var official = GraphQLResponse.PreferenceIn(ranges);
        var json = Json.PreferenceIn(ranges);
        var prefersOfficial = official.IsAbove(json) || (official == json && official.Exactness == Named);
        return prefersOfficial && official.Weight > 0 ? GraphQLResponse
            : json.Weight > 0 ? Json
            : null;
    }

    /// <summary>
    /// Whether events are asked for rather than one response: by name, and above the other media types. Clients that accept
    /// whatever they can read, and events among it, are answered as briefly as can be.
    /// </summary>
    public static bool PrefersEventStream(StringValues accept)
    {
        switch ((string?)accept)
        {
            case "text/event-stream":
                return true;
            case null or "" or "*/*" or "application/json" or "application/graphql-response+json":
                return false;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return false;
        }

        var events = EventStream.PreferenceIn(ranges);
        return events is { Exactness: Named, Weight: > 0 }
            && events.IsAbove(GraphQLResponse.PreferenceIn(ranges))
            && events.IsAbove(Json.PreferenceIn(ranges));
    }

    /// <summary>The weight that the most exact matching range gives; 0 when none matches.</summary>
    private Preference PreferenceIn(IList<MediaTypeHeaderValue> ranges)
    {
        var best = new Preference(0, -1);
        foreach (var range in ranges)
        {
            var exactness = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : Named;
            if (exactness > best.Exactness && IsUtf8(range.Charset) && Matches(range))
            {
                best = new Preference(range.Quality ?? 1, exactness);
            }
        }

        return best;
    }

    private bool Matches(MediaTypeHeaderValue range) => range.MatchesAllTypes
        || (range.Type == _mediaType.Type && range.MatchesAllSubTypes)
        || range.MediaType.Equals(_mediaType.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a charset parameter is absent or names UTF-8, the only encoding there is here.</summary>
    public static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Preference(double Weight, int Exactness)
    {
        public bool IsAbove(Preference other) =>
            Weight > other.Weight || (Weight >= other.Weight && Exactness > other.Exactness);
    }
}
