using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>
/// Keeps the documents that were found valid, as GraphQL.NET's own package for that does (GraphQL.MemoryCache): by their text, as many as a million
/// characters hold. Their variables are still looked at for each request.
/// </summary>
internal sealed class DocumentCache : IConfigureExecution, IDisposable
{
    private const int Characters = 1_000_000;
    private const float AfterOptions = 200;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = Characters });

    /// <inheritdoc/>
    public float SortOrder => AfterOptions;

    /// <inheritdoc/>
    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text)
        {
            return next(options);
        }

        if (_documents.TryGetValue(text, out GraphQLDocument? known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return next(options);
        }

        return ExecuteAndKeepAsync(text, options, next);
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Dispose();

    private async Task<ExecutionResult> ExecuteAndKeepAsync(string text, ExecutionOptions options, ExecutionDelegate next)
    {
        var result = await next(options);
        if (result is { Executed: true, Document: { } valid })
        {
            _documents.Set(text, valid, new MemoryCacheEntryOptions { Size = text.Length });
        }

        return result;
    }
}
