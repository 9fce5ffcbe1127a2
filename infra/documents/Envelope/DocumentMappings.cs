using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace R2P.Documents;

/// <summary>The mappings of one store. Its identity is the key under which the built model is kept.</summary>
internal sealed class DocumentMappings(IEnumerable<IDocumentMapping> mappings)
{
    private const int MaxIdle = 64;
    private readonly IDocumentMapping[] _mappings = [.. mappings];
    private readonly ConcurrentQueue<DocumentContext> _idle = [];

    /// <summary>False only where a test proves that row-level security holds without the queries' own predicate.</summary>
    public bool ApplyPredicate { get; init; } = true;

    public RowQueryCache Rows { get; } = new();

    /// <summary>A context for a session that reads; <see cref="Return"/> it.</summary>
    public DocumentContext Rent() => _idle.TryDequeue(out var context) ? context : new DocumentContext(this);

    /// <summary>Takes a context back that has left its session.</summary>
    public void Return(DocumentContext context)
    {
        if (_idle.Count < MaxIdle)
        {
            _idle.Enqueue(context);
        }
        else
        {
            context.Dispose();
        }
    }

    public void Configure(ModelBuilder model)
    {
        foreach (var mapping in _mappings)
        {
            mapping.Configure(model);
        }
    }

    /// <summary>One model for one set of mappings: EF Core alone would share it among all sets.</summary>
    internal sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((DocumentContext)context).Mappings, designTime);
    }
}
