using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Limits;

namespace R2P.GraphQL.AspNetCore;

/// <summary>Every refusal of the transports: its words, its code and its HTTP status.</summary>
internal static class TransportErrors
{
    public static TransportException MethodNotAllowed(string method) =>
        new(StatusCodes.Status405MethodNotAllowed, Bad($"Method {method} is not supported: send GET or POST."));

    public static TransportException NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable,
        Bad("The Accept header allows neither application/graphql-response+json nor application/json."));

    public static TransportException UnsupportedMediaType(string? contentType) => new(
        StatusCodes.Status415UnsupportedMediaType,
        Bad(string.IsNullOrEmpty(contentType)
            ? "The Content-Type header is missing: send application/json in UTF-8."
            : $"Content-Type {contentType} is not supported: send application/json in UTF-8."));

    public static TransportException UnsupportedContentEncoding(string encoding) => new(
        StatusCodes.Status415UnsupportedMediaType,
        Bad($"Content-Encoding {encoding} is not supported: send the body as it is."));

    public static TransportException BodyTooLarge(int limit, long? actual = null) =>
        new(StatusCodes.Status413PayloadTooLarge, LimitErrors.RequestBytes(actual, limit));

    public static TransportException EmptyBody() => Refuse("The request has no body: send a JSON object with \"query\".");

    public static TransportException InvalidUtf8() => Refuse("The request is not valid UTF-8.");

    public static TransportException InvalidJson(JsonException exception) => Refuse(string.Create(
        CultureInfo.InvariantCulture,
        $"The request is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})."));

    public static TransportException UnpairedSurrogate() =>
        Refuse("The request is not valid JSON: a string holds an unpaired surrogate.");

    public static TransportException TooDeep(int limit) => new(StatusCodes.Status400BadRequest, LimitErrors.RequestDepth(limit));

    public static TransportException BatchNotSupported() =>
        Refuse("A batch of requests is not supported: send one JSON object.");

    public static TransportException EmptyBatch() => Refuse("The batch holds no request.");

    public static TransportException BatchTooLarge(int count, int limit) => new(
        StatusCodes.Status400BadRequest,
        new GraphQLError(
            string.Create(CultureInfo.InvariantCulture, $"The batch holds {count} requests; at most {limit} may be sent at once."),
            ErrorCodes.BatchLimitExceeded));

    public static GraphQLError BatchTimeout(TimeSpan limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"The requests before it in the batch took longer than {limit.TotalSeconds:0.###} seconds."),
        ErrorCodes.Timeout);

    public static TransportException UnknownCostReport(string value) =>
        Refuse($"Header {Http.RequestReader.CostHeader} must be \"report\" or \"validate\", not \"{value}\".");

    public static TransportException NotAnObject() => Refuse("The request must be a JSON object.");

    public static TransportException MissingQuery() => Refuse("Parameter \"query\" is missing.");

    public static TransportException WrongParameter(string name, string expected) =>
        Refuse($"Parameter \"{name}\" must be {expected}.");

    public static TransportException RepeatedParameter(string name) =>
        Refuse($"Parameter \"{name}\" is given more than once.");

    public static TransportException PreflightMissing() => new(
        StatusCodes.Status403Forbidden,
        new GraphQLError(
            $"A GET needs a header that no foreign web page can send unasked: Authorization, {CrossSiteGuard.PreflightHeader} or "
            + "Content-Type: application/json.",
            ErrorCodes.CrossSiteRefused));

    public static TransportException ForeignOrigin(string origin) => new(
        StatusCodes.Status403Forbidden,
        new GraphQLError($"Origin {origin} may not open a WebSocket here.", ErrorCodes.CrossSiteRefused));

    /// <summary>A WebSocket message that the protocol does not have; shown as the reason of close code 4400.</summary>
    public static TransportException InvalidMessage(string why) => Refuse($"Invalid message: {why}");

    public static GraphQLError TooManyOperations(int limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"At most {limit} operations may run on one socket at a time."),
        ErrorCodes.OperationLimitExceeded);

    public static TransportException MissingStreamToken() => Refuse(
        $"The token of an event stream is missing: reserve one with PUT, and send it as {Sse.SharedStreams.TokenHeader} or as parameter \"token\".");

    public static TransportException MissingOperationId() =>
        Refuse("The operation's id is missing: send a string as \"operationId\", in the extensions of a request or the URL of a DELETE.");

    public static TransportException StreamNotFound() => new(
        StatusCodes.Status404NotFound, Bad("There is no such event stream: it was not reserved by this caller, was not opened in time, or has ended."));

    public static TransportException StreamIsOpen() => new(StatusCodes.Status409Conflict, Bad("The event stream is already open."));

    public static TransportException DuplicateOperation(string id) =>
        new(StatusCodes.Status409Conflict, Bad($"An operation with the id \"{id}\" is already running on this event stream."));

    public static TransportException TooManyStreamOperations(int limit) => new(
        StatusCodes.Status429TooManyRequests,
        new GraphQLError(
            string.Create(CultureInfo.InvariantCulture, $"At most {limit} operations may run on one event stream at a time."),
            ErrorCodes.OperationLimitExceeded));

    public static TransportException TooManyStreamsOfCaller(int limit) => new(
        StatusCodes.Status429TooManyRequests,
        new GraphQLError(
            string.Create(CultureInfo.InvariantCulture, $"At most {limit} event streams may be reserved or open for one caller."),
            ErrorCodes.StreamLimitExceeded));

    public static TransportException TooManyStreams(int limit) => new(
        StatusCodes.Status503ServiceUnavailable,
        new GraphQLError(
            string.Create(CultureInfo.InvariantCulture, $"At most {limit} event streams may be reserved or open at a time."),
            ErrorCodes.StreamLimitExceeded));

    /// <summary>What the server itself refuses while it reads the request: a broken chunk, a client too slow.</summary>
    public static TransportException Unreadable(BadHttpRequestException exception) =>
        new(exception.StatusCode, Bad("The request could not be read."));

    private static TransportException Refuse(string message) => new(StatusCodes.Status400BadRequest, Bad(message));

    private static GraphQLError Bad(string message) => new(message, ErrorCodes.BadRequest);
}
