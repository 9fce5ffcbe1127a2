using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Tests.Data;

/// <summary>Answers requests about the library from memory, and counts how often the rows and the total were asked for.</summary>
internal sealed class LibraryService : IPerParentRunner
{
    private readonly OperationExecutor _executor;

    public LibraryService(IQueryable<Book>? books = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IQueryRunner>(this)
            .AddSingleton(new BookSource(books ?? Books.Make().AsQueryable()))
            .BuildServiceProvider();
        Schema = new SchemaBuilder(services.GetRequiredService<IServiceProviderIsService>()).AddType(typeof(LibraryQuery)).Build();
        _executor = new OperationExecutor(
            Schema, services.GetRequiredService<IServiceScopeFactory>(), new GraphQLOptions(), NullLogger<OperationExecutor>.Instance, TimeProvider.System);
    }

    public GraphQLSchema Schema { get; }

    public int RowReads { get; private set; }

    public int Counts { get; private set; }

    /// <summary>The response to a document, as a JSON document.</summary>
    public async Task<JsonElement> AskAsync(string document, object? variables = null)
    {
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables),
        };
        var result = await _executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        if (result is RequestErrorResult refused)
        {
            Assert.Fail(string.Join('\n', refused.Errors));
        }

        using var response = Assert.IsAssignableFrom<ResponseResult>(result);
        return JsonElement.Parse(response.Utf8Json.ToArray());
    }

    public Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation)
    {
        RowReads++;
        return Task.FromResult<IReadOnlyList<T>>([.. query]);
    }

    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation)
    {
        Counts++;
        return Task.FromResult(query.Count());
    }

    public IQueryable<TKey> TableOf<TKey>(IReadOnlyList<TKey> keys) => keys.AsQueryable();
}
