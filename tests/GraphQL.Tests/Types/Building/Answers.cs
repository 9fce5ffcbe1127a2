using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Runs requests against a built schema and gives the response as JSON, request errors by their messages.</summary>
internal static class Answers
{
    public static async Task<string> To(GraphQLSchema schema, string query, string? variables = null, ClaimsPrincipal? user = null)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        var executor = new OperationExecutor(
            schema,
            services.GetRequiredService<IServiceScopeFactory>(),
            new GraphQLOptions(),
            NullLogger<OperationExecutor>.Instance,
            TimeProvider.System);
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query),
            Variables = variables is null ? null : JsonSerializer.Deserialize<JsonElement>(variables),
            User = user ?? new ClaimsPrincipal(new ClaimsIdentity()),
        };
        return await executor.ExecuteAsync(request, TestContext.Current.CancellationToken) switch
        {
            ResponseResult response => Written(response),
            RequestErrorResult refused => string.Join('\n', refused.Errors.Select(error => $"{error.Code}: {error.Message}")),
            SubscriptionResult stream => string.Join('\n', await stream.Responses.Select(Written).ToListAsync(TestContext.Current.CancellationToken)),
            var other => throw new InvalidOperationException($"Unexpected {other.GetType()}"),
        };
    }

    private static string Written(ResponseResult response)
    {
        using (response)
        {
            return Encoding.UTF8.GetString(response.Utf8Json.ToArray());
        }
    }
}
