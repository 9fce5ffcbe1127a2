using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Persisted;
using R2P.GraphQL.Response;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Sdl;

namespace R2P.GraphQL.Tests.Execution;

/// <summary>An engine on a schema written in SDL, whose data is JSON or comes from given resolvers.</summary>
internal sealed class TestEngine
{
    public TestEngine(
        GraphQLSchema schema,
        GraphQLOptions? options = null,
        IServiceCollection? services = null,
        ILogger<OperationExecutor>? logger = null,
        TrustedDocuments? trusted = null)
    {
        Services = (services ?? new ServiceCollection()).BuildServiceProvider(validateScopes: true);
        Executor = new OperationExecutor(
            schema,
            Services.GetRequiredService<IServiceScopeFactory>(),
            options ?? new GraphQLOptions(),
            logger ?? NullLogger<OperationExecutor>.Instance,
            TimeProvider.System,
            trusted);
    }

    public TestEngine(string sdl, params (string Field, FieldResolver Resolver)[] resolvers)
        : this(SchemaOf(sdl, resolvers))
    {
    }

    public ServiceProvider Services { get; }

    public OperationExecutor Executor { get; }

    public static GraphQLSchema SchemaOf(string sdl, params (string Field, FieldResolver Resolver)[] resolvers) => SdlSchemaBuilder.Build(
        Parser.Parse(SourceText.From(sdl)),
        (type, field) => resolvers.FirstOrDefault(entry => entry.Field == $"{type}.{field}").Resolver);

    /// <summary>The whole response as JSON text.</summary>
    public async Task<string> RunAsync(
        string query, string? variables = null, string? data = null, string? operationName = null, ClaimsPrincipal? user = null)
    {
        var result = await ExecuteAsync(Request(query, variables, data, operationName, user));
        return Text(result);
    }

    public ValueTask<OperationResult> ExecuteAsync(GraphQLRequest request) =>
        Executor.ExecuteAsync(request, TestContext.Current.CancellationToken);

    public static GraphQLRequest Request(
        string query, string? variables = null, string? data = null, string? operationName = null, ClaimsPrincipal? user = null) => new()
        {
            Query = Encoding.UTF8.GetBytes(query),
            Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement,
            InitialValue = data is null ? null : Value(JsonDocument.Parse(data).RootElement),
            OperationName = operationName,
            User = user ?? new ClaimsPrincipal(new ClaimsIdentity()),
        };

    public static string Text(OperationResult result)
    {
        if (result is RequestErrorResult refused)
        {
            var buffer = new ArrayBufferWriter<byte>();
            ErrorResponse.Write(buffer, refused.Errors);
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }

        using var response = (ResponseResult)result;
        return Encoding.UTF8.GetString(response.Utf8Json.ToArray());
    }

    /// <summary>
    /// JSON as resolvers see it: dictionaries, arrays, strings, numbers; <c>$pieces</c> as a list that comes piece by piece, until <c>$throw</c>.
    /// </summary>
    public static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("$pieces", out var pieces) =>
            Pieces(pieces, json.TryGetProperty("$throw", out var failure) ? failure.GetString() : null),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Value(entry.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static async IAsyncEnumerable<object?> Pieces(JsonElement pieces, string? failure)
    {
        foreach (var piece in pieces.EnumerateArray())
        {
            await Task.Yield();
            yield return Value(piece);
        }

        if (failure is not null)
        {
            throw new GraphQLException(failure, "RECORDED");
        }
    }

    /// <summary>Resolves each parent by itself, at once.</summary>
    public static BatchResolver Each(Func<object, FieldContext, object?> resolve) => new(context =>
    {
        for (var i = 0; i < context.Parents.Count; i++)
        {
            try
            {
                context.Results[i] = resolve(context.Parents[i], context);
            }
            catch (GraphQLException refused)
            {
                context.Fail(i, refused);
            }
        }

        return ValueTask.CompletedTask;
    });

    /// <summary>Resolves the batch after waiting.</summary>
    public static BatchResolver Later(Func<FieldContext, Task> wait, Func<object, object?> resolve) => new(async context =>
    {
        await wait(context);
        for (var i = 0; i < context.Parents.Count; i++)
        {
            context.Results[i] = resolve(context.Parents[i]);
        }
    });

    /// <summary>Answers the arguments as text, in the order of their definitions; absent ones are left out.</summary>
    public static BatchResolver EchoArguments { get; } = Each((_, context) => Describe(context.Arguments));

    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool boolean => boolean ? "true" : "false",
        InputValues values => $"{{{string.Join(", ", Enumerable.Range(0, values.Definitions.Count)
            .Where(values.IsPresent).Select(i => $"{values.Definitions.GetAt(i).Key}: {Describe(values[i])}"))}}}",
        object?[] list => $"[{string.Join(", ", list.Select(Describe))}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
