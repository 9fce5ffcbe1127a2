using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace R2P.Documents;

/// <summary>The mappings of one store. Its identity is the key under which the built model is kept.</summary>
internal sealed class DocumentMappings(IEnumerable<IDocumentMapping> mappings)
{
    private readonly IDocumentMapping[] _mappings = [.. mappings];

    /// <summary>False only where a test proves that row-level security holds without the queries' own predicate.</summary>
    public bool ApplyPredicate { get; init; } = true;

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
