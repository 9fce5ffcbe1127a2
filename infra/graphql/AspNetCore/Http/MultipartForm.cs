using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>The multipart/mixed that a client takes: a response in parts, in the form of graphql-js 17.1.</summary>
internal sealed class MultipartForm
{
    private const string MediaType = "multipart/mixed";

    /// <summary>The parameter by which Apollo's clients ask for a form, and the one that is ours.</summary>
    private const string FormParameter = "incrementalSpec";
    private const string OurForm = "v0.2";

    /// <summary>Parameters that ask for forms of other times and purposes.</summary>
    private static readonly string[] OtherForms = ["deferSpec", "subscriptionSpec"];

    private static readonly MultipartForm Plain = new($"{MediaType}; boundary=\"-\"");
    private static readonly MultipartForm Named = new($"{MediaType}; boundary=\"-\"; {FormParameter}={OurForm}");

    private MultipartForm(string contentType) => ContentType = contentType;

    public string ContentType { get; }

    /// <summary>The form that an Accept header names, be it among others; null if none. A wildcard is not meant for it.</summary>
    public static MultipartForm? AcceptedBy(StringValues accept)
    {
        if (((string?)accept)?.Contains(MediaType, StringComparison.OrdinalIgnoreCase) is not true
            || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        foreach (var range in ranges)
        {
            if (range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
                && range.Quality is not 0
                && !Array.Exists(OtherForms, form => Find(range, form) is not null)
                && Find(range, FormParameter) is null or OurForm)
            {
                return Find(range, FormParameter) is null ? Plain : Named;
            }
        }

        return null;
    }

    private static string? Find(MediaTypeHeaderValue range, string parameter) =>
        range.Parameters.FirstOrDefault(candidate => candidate.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            ?.GetUnescapedValue().Value;
}
