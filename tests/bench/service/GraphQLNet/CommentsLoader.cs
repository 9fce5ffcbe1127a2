using GraphQL.DataLoader;
using R2P.Bench.Service.Bare;

namespace R2P.Bench.Service.GraphQLNet;

/// <summary>
/// Gathers the assessments whose comments a request asks for, and reads them at once. GraphQL.NET asks for the results when nothing else is left to
/// resolve, one node after the other.
/// </summary>
internal sealed class CommentsLoader(GatheredReads reads)
{
    private readonly Dictionary<int, Batch> _gathering = [];

    public IDataLoaderResult<Page<Comment>> Load(Guid assessment, int first)
    {
        if (!_gathering.TryGetValue(first, out var batch))
        {
            _gathering.Add(first, batch = new Batch(this, first));
        }

        return batch.Add(assessment);
    }

    private Task<IReadOnlyList<Page<Comment>>> ReadAsync(IEnumerable<Guid> assessments, int first)
    {
        _gathering.Remove(first);
        return reads.CommentsAsync([.. assessments], first);
    }

    private sealed class Batch(CommentsLoader loader, int first)
    {
        private readonly List<Guid> _assessments = [];
        private Task<IReadOnlyList<Page<Comment>>>? _pages;

        public Pending Add(Guid assessment)
        {
            _assessments.Add(assessment);
            return new Pending(this, _assessments.Count - 1);
        }

        public Task<IReadOnlyList<Page<Comment>>> ReadAsync() => _pages ??= loader.ReadAsync(_assessments, first);
    }

    private sealed class Pending(Batch batch, int place) : IDataLoaderResult<Page<Comment>>
    {
        public async Task<Page<Comment>> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.ReadAsync())[place];

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            (await batch.ReadAsync())[place];
    }
}
