using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQLParser.AST;
using R2P.Bench.Service.Bare;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>
/// GraphQL.NET on the same tables, set up as its documentation advises for speed: one schema for all requests, a loader in the scope of each, documents
/// validated once, no metrics. Fields are resolved one after the other: no query of the bench reads twice side by side, and it takes less CPU so.
/// </summary>
internal static class GraphQLNetService
{
    public static Task RunAsync() => BareHost.RunAsync(
        services => services
            .AddScoped<CommentsLoader>()
            .AddGraphQL(graphql => graphql
                .AddSelfActivatingSchema<AssessmentSchema>()
                .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query)
                .ConfigureExecution<DocumentCache>()
                .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)),
        app =>
        {
            var executer = app.Services.GetRequiredService<IDocumentExecuter<AssessmentSchema>>();
            var serializer = app.Services.GetRequiredService<IGraphQLSerializer>();
            app.MapPost("/graphql", context => AnswerAsync(context, executer, serializer));
        });

    private static async Task AnswerAsync(HttpContext context, IDocumentExecuter<AssessmentSchema> executer, IGraphQLSerializer serializer)
    {
        var request = await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted)
            ?? throw new BadHttpRequestException("The body has no request.");
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            RequestServices = context.RequestServices,
            CancellationToken = context.RequestAborted,
        });
        context.Response.StatusCode = result.Executed ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json; charset=utf-8";
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }
}
