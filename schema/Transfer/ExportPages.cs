using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using R2P.Documents;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.Schema.Endpoints;
using R2P.Schema.Sharing;

namespace R2P.Schema.Transfer;

/// <summary>
/// The pages of a list, each answered by the executor as any client's query is: the same validation, access, limits and record of readings. All are read in
/// the one snapshot that <paramref name="session"/> holds.
/// </summary>
internal sealed class ExportPages(IOperationExecutor executor, ReadSession session)
{
    /// <summary>A query may be too dear for a page of the usual size.</summary>
    private static readonly int[] Sizes = [DocumentLists.MaxPageSize, 50, 10];

    private static readonly HashSet<OperationKind> Queries = [OperationKind.Query];

    /// <summary>Reads page after page; the caller disposes each.</summary>
    /// <exception cref="EndpointException">A page can't be answered: for the first one, because of what the client sent.</exception>
    public async IAsyncEnumerable<ExportPage> ReadAsync(
        ExportQuery query, JsonObject variables, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = await session.ShareSnapshotAsync(cancellation);
        var size = 0;
        for (var isLast = false; !isLast;)
        {
            var answer = await AskAsync(query.ToPage(Sizes[size]), variables, user, snapshot, cancellation);
            if (answer.Refusal is { } refusal)
            {
                if (variables[ExportQuery.After] is not null || !IsTooDear(refusal) || ++size == Sizes.Length)
                {
                    throw new EndpointException(StatusCodes.Status400BadRequest, refusal.Code, refusal.Message);
                }

                continue;
            }

            var info = answer.Page!.List.GetProperty("pageInfo");
            isLast = !info.GetProperty("hasNextPage").GetBoolean();
            variables[ExportQuery.After] = info.GetProperty("endCursor").GetString();
            yield return answer.Page;
        }
    }

    private async Task<(ExportPage? Page, GraphQLError? Refusal)> AskAsync(
        ReadOnlyMemory<byte> query, JsonObject variables, ClaimsPrincipal user, SharedSnapshot snapshot, CancellationToken cancellation)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = JsonSerializer.SerializeToElement(variables),
            AllowedOperations = Queries,
            User = user,
            HostState = snapshot,
        };
        var result = await executor.ExecuteAsync(request, cancellation);
        if (result is RequestErrorResult refusal)
        {
            return (null, refusal.Errors[0]);
        }

        var page = new ExportPage((ResponseResult)result);
        if (page.Error is not { } error)
        {
            return (page, null);
        }

        using (page)
        {
            var code = error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var known) ? known.GetString() : null;
            return (null, new GraphQLError(error.GetProperty("message").GetString()!, code ?? ErrorCodes.Internal));
        }
    }

    private static bool IsTooDear(GraphQLError error) => error.Code.EndsWith("_LIMIT_EXCEEDED", StringComparison.Ordinal);
}
