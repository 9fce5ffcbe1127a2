using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace R2P.Documents;

/// <summary>A set of mappings. Its identity is the key under which the built model is kept, and with that the translated queries.</summary>
internal sealed class DocumentMappings
{
    private const int MaxIdle = 64;
    private static readonly ConcurrentDictionary<string, DocumentMappings> Known = new(StringComparer.Ordinal);

    private readonly IDocumentMapping[] _mappings;
    private readonly ConcurrentQueue<DocumentContext> _idle = [];
    private readonly Lock _modelGate = new();
    private IModel? _model;

    private DocumentMappings(IDocumentMapping[] mappings, bool applyPredicate) => (_mappings, ApplyPredicate) = (mappings, applyPredicate);

    /// <summary>False only where a test proves that row-level security holds without the queries' own predicate.</summary>
    public bool ApplyPredicate { get; }

    public RowQueryCache Rows { get; } = new();

    /// <summary>The set of these mappings, which all stores of the process share: what a mapping says depends on its type alone.</summary>
    public static DocumentMappings Of(IEnumerable<IDocumentMapping> mappings, bool applyPredicate)
    {
        IDocumentMapping[] all = [.. mappings];
        var key = $"{applyPredicate} {string.Join(' ', all.Select(mapping => mapping.GetType().FullName))}";
        return Known.GetOrAdd(key, static (_, set) => new DocumentMappings(set.All, set.ApplyPredicate), (All: all, ApplyPredicate: applyPredicate));
    }

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

    /// <summary>
    /// One model for one set of mappings: EF Core alone would share it among all sets. And that only which queries need: EF Core alone would keep the
    /// one beside it that it was built from, which serves tools.
    /// </summary>
    internal sealed class Models(ModelSourceDependencies dependencies) : ModelSource(dependencies)
    {
        public override IModel GetModel(DbContext context, ModelCreationDependencies creation, bool designTime)
        {
            var mappings = ((DocumentContext)context).Mappings;
            if (designTime)
            {
                return Create(context, creation, designTime);
            }

            lock (mappings._modelGate)
            {
                return mappings._model ??= Create(context, creation, designTime);
            }
        }

        private IModel Create(DbContext context, ModelCreationDependencies creation, bool designTime) => creation.ModelRuntimeInitializer.Initialize(
            CreateModel(context, creation.ConventionSetBuilder, creation.ModelDependencies), designTime, creation.ValidationLogger);
    }
}
