using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace R2P.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP, "GET": the parameters in the query component of the URL; an empty optional one counts as absent.</summary>
internal static class RequestQuery
{
    /// <summary>Reads the parameters out of the URL.</summary>
    /// <exception cref="TransportException">A parameter is missing, repeated or malformed.</exception>
    public static RequestParameters Read(HttpRequest request, GraphQLOptions options)
    {
        string? query = null;
        string? documentId = null;
        string? operationName = null;
        string? variables = null;
        string? extensions = null;
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            switch (pair.DecodeName().Span)
            {
                case "query":
                    SetOnce(ref query, "query", pair);
                    break;
                case "documentId":
                    SetOnce(ref documentId, "documentId", pair);
                    break;
                case "operationName":
                    SetOnce(ref operationName, "operationName", pair);
                    break;
                case "variables":
                    SetOnce(ref variables, "variables", pair);
                    break;
                case "extensions":
                    SetOnce(ref extensions, "extensions", pair);
                    break;
            }
        }

        return RequestParameters.Of(
            query is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(query),
            string.IsNullOrEmpty(documentId) ? null : documentId,
            string.IsNullOrEmpty(operationName) ? null : operationName,
            ReadMap(variables, "variables", options.MaxDepth),
            ReadMap(extensions, "extensions", options.MaxDepth));
    }

    private static void SetOnce(ref string? parameter, string name, QueryStringEnumerable.EncodedNameValuePair pair) =>
        parameter = parameter is null ? pair.DecodeValue().ToString() : throw TransportErrors.RepeatedParameter(name);

    private static JsonElement? ReadMap(string? json, string name, int maxDepth) =>
        string.IsNullOrEmpty(json) ? null : RequestJson.ParseMap(Encoding.UTF8.GetBytes(json), name, maxDepth);
}
