using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>A document that is meant as help for a strategy. Readable by whoever may find both.</summary>
public sealed class StrategyHelp
{
    public Guid StrategyId { get; init; }

    public Guid DocumentId { get; init; }

    public required string DocumentKind { get; init; }

    public Guid LinkedBy { get; init; }

    public DateTimeOffset LinkedAt { get; init; }
}

/// <summary>Help for a strategy.</summary>
/// <param name="StrategyId">A strategy that you may see.</param>
/// <param name="DocumentId">A document of your office: an offer of assistance, guidance, a practice. It keeps its readers: share it with those
/// whom it is to help.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record LinkHelpInput([property: ID<Strategy>] Guid StrategyId, NodeId DocumentId, string? ClientMutationId = null);

/// <summary>Help for the strategies of others.</summary>
[MutationType]
public static class StrategyHelpMutations
{
    /// <summary>Says that a document of your office is meant as help for a strategy, for what it says is missing, say. Nobody sees more by it.</summary>
    [Authorize]
    public static async Task<StrategyPayload> LinkHelp(LinkHelpInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var strategy = await act.Context.Visible<Strategy>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.StrategyId, act.Cancellation)
                ?? throw Refuse.NotFound("strategy", "input", "strategyId");
            var store = documents.OfType(input.DocumentId.TypeName) ?? throw Refuse.NotFound("document", "input", "documentId");
            var document = await store.LoadAsync(act.Context, input.DocumentId.Id, act.Cancellation)
                ?? throw Refuse.NotFound("document", "input", "documentId");
            var office = act.MustActFor(document.OwnerId, "offer this document as help", Roles.WhoDecide).OfficeId;
            await act.Context.Database.ExecuteSqlAsync(
                $"""
                insert into r2p.strategy_help (strategy_id, document_id, document_kind, linked_by, linked_at)
                values ({strategy.Id}, {document.Id}, {EnumText.Of(document.Kind)}, {office}, {act.Now}) on conflict do nothing
                """,
                act.Cancellation);
            // The strategy's readers may not all see the document: they are not told.
            act.TellUnchanged(ChangeType.StrategyHelpLinked, strategy, [ReaderToken.Office(office)]);
            return strategy.Id;
        }));
}

/// <summary>Reads the links.</summary>
internal static class StrategyHelpReads
{
    public static async Task<ILookup<Guid, ISharedDocument>> FindHelpAsync(
        this ReadSession session,
        SharedDocuments documents,
        IReadOnlyList<Guid> strategies,
        int first,
        ISelection selection,
        CancellationToken cancellation)
    {
        ListBounds.Check(first);
        var links = (await session.QueryAsync(
            (db, token) =>
            {
                var help = db.Set<StrategyHelp>();
                return db.Visible<Strategy>()
                    .Where(strategy => strategies.Contains(strategy.Id))
                    .SelectMany(strategy => help
                        .Where(link => link.StrategyId == strategy.Id)
                        .OrderBy(link => link.LinkedAt).ThenBy(link => link.DocumentId)
                        .Take(first))
                    .ToListAsync(token);
            },
            cancellation))
            .OrderBy(link => link.LinkedAt).ThenBy(link => link.DocumentId).ToArray();
        var found = await documents.FindAsync(
            session, links.Select(link => (EnumText.Parse<DocumentKind>(link.DocumentKind), link.DocumentId)), selection, cancellation);
        return links.Where(link => found.ContainsKey(link.DocumentId)).ToLookup(link => link.StrategyId, link => found[link.DocumentId]);
    }
}
