using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore.Http;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// graphql-sse, "Single connection mode", for browsers that have few connections: a PUT reserves a stream, a GET opens it, each POST starts an operation
/// whose results it carries, a DELETE stops one. A stream belongs to the caller who reserved it; to others it does not exist. Only the GET may come
/// without a caller, as EventSource sends no Authorization header: the token opens one stream once, within seconds.
/// </summary>
internal sealed class SharedStreams(
    IOperationExecutor executor,
    Reservations reservations,
    IOptions<GraphQLOptions> limits,
    IOptions<GraphQLTransportOptions> options,
    TimeProvider time)
{
    /// <summary>The header that carries a reservation's token.</summary>
    public const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    private const string TokenParameter = "token";
    private const string OperationIdParameter = "operationId";

    /// <summary>Whether a request speaks of a stream that several operations share.</summary>
    public static bool Concerns(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method) || TokenOf(request) is not null;

    /// <summary>Answers a request that <see cref="Concerns"/> such a stream.</summary>
    /// <exception cref="TransportException">The request is refused.</exception>
    public Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsPut(request.Method))
        {
            return ReserveAsync(context);
        }

        var reservation = Find(context);
        if (HttpMethods.IsDelete(request.Method))
        {
            reservation.Stop(OperationIdOf(request));
            return Task.CompletedTask;
        }

        return HttpMethods.IsGet(request.Method) && ResponseMediaType.PrefersEventStream(request.Headers.Accept)
            ? ServeAsync(context, reservation)
            : ExecuteAsync(context, reservation);
    }

    private static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers[TokenHeader].ToString();
        return header.Length > 0 ? header
            : request.QueryString.HasValue && request.Query.TryGetValue(TokenParameter, out var parameter) ? parameter.ToString()
            : null;
    }

    private static string OperationIdOf(HttpRequest request) =>
        request.Query[OperationIdParameter] is [{ Length: > 0 } id] ? id : throw TransportErrors.MissingOperationId();

    private static string OperationIdOf(GraphQLRequest request) =>
        request.Extensions is { } extensions
        && extensions.TryGetProperty(OperationIdParameter, out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : throw TransportErrors.MissingOperationId();

    private Reservation Find(HttpContext context)
    {
        var token = TokenOf(context.Request) ?? throw TransportErrors.MissingStreamToken();
        var caller = StreamOwner.Of(context.User);
        var mayBeNobody = HttpMethods.IsGet(context.Request.Method) && ResponseMediaType.PrefersEventStream(context.Request.Headers.Accept);
        return reservations.Find(token) is { } reservation && (caller == reservation.Owner || (mayBeNobody && caller == StreamOwner.Nobody))
            ? reservation
            : throw TransportErrors.StreamNotFound();
    }

    private Task ReserveAsync(HttpContext context)
    {
        var reservation = reservations.Make(context);
        var response = context.Response;
        response.StatusCode = StatusCodes.Status201Created;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(reservation.Token, context.RequestAborted);
    }

    private async Task ServeAsync(HttpContext context, Reservation reservation)
    {
        if (!reservation.TryTake())
        {
            throw TransportErrors.StreamIsOpen();
        }

        reservation.Life.EndWithTokenOf(context.User);
        using var stream = new EventStream(context, reservation.Life, options.Value, time);
        await reservation.ServeAsync(stream);
    }

    private async Task ExecuteAsync(HttpContext context, Reservation reservation)
    {
        var mediaType = ResponseMediaType.Negotiate(context.Request.Headers.Accept) ?? throw TransportErrors.NotAcceptable();
        var request = await RequestReader.ReadStreamedAsync(context, limits.Value);
        var id = OperationIdOf(request);
        reservation.Life.EndWithTokenOf(context.User);
        var operation = reservation.Add(id);
        var result = default(OperationResult);
        try
        {
            await using var lost = context.RequestAborted.UnsafeRegister(static state => ((StreamOperation)state!).Cancel(), operation);
            result = await executor.ExecuteAsync(request, operation.Cancellation);
        }
        catch (OperationCanceledException) when (operation.Cancellation.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        finally
        {
            if (result is null or RequestErrorResult)
            {
                reservation.Remove(id, operation);
                operation.Dispose();
            }
        }

        switch (result)
        {
            case RequestErrorResult refusal:
                await GraphQLErrorResponse.WriteAsync(context, mediaType, ResponseMediaType.GraphQLResponse, refusal);
                break;
            case not null:
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                reservation.Run(id, operation, result);
                break;
        }
    }
}
