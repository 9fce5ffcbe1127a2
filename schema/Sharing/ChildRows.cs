using System.Linq.Expressions;
using R2P.Documents;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;

namespace R2P.Schema.Sharing;

/// <summary>
/// The rows below parents, as a field lists them page by page. Keep it in a static field: the SQL of its plain pages, of which nothing was asked but a
/// number of rows, is then put together once.
/// </summary>
/// <param name="visible">The rows that the viewer may see, whosever they are: the same query for everybody, but for the values that it holds.</param>
/// <param name="parent">Reads the parent's id from a row.</param>
/// <param name="order">The order where the client chose none.</param>
/// <param name="byKey">Whether rows are found by their parent alone, whoever asks (see <see cref="RowQueries"/>).</param>
public sealed class ChildRows<T>(
    Func<DocumentContext, IQueryable<T>> visible, Expression<Func<T, Guid>> parent, SortKey<T> order, bool byKey = false)
    where T : class
{
    private readonly IReadOnlyList<SortKey<T>> _order = SortKey.Complete([order]);

    /// <summary>Reads the same page of many parents' lists, in one statement.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="parents">The parents' ids.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="query">Which rows, in what order.</param>
    /// <param name="selection">What was selected of the connections.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyDictionary<Guid, Connection<T>>> PageAsync(
        ReadSession session,
        IReadOnlyList<Guid> parents,
        PagingArguments paging,
        QueryContext<T> query,
        ISelection selection,
        CancellationToken cancellation) =>
        session.QueryAsync(
            (db, token) => Page.RunPerParentAsync(
                parents, () => visible(db), parent, query.DefaultOrder(_order), paging, new EntityQueryRunner(db, byKey, this), selection, token),
            cancellation);
}
