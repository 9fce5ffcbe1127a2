using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recalls;

/// <summary>Recalls in queries.</summary>
[QueryType]
public static class RecallQueries
{
    /// <summary>The recalls that your office is asked to acknowledge, and those of your office's own documents; newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Recall>> Recalls(
        PagingArguments paging, QueryContext<Recall> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Readable<Recall>(), paging, query.DefaultOrder(recall => recall.RecalledAt, descending: true), selection, cancellation);
}

/// <summary>What the owner of a document is told of its readers.</summary>
[InterfaceType<ISharedDocument>]
public static class DocumentReceipts
{
    /// <summary>
    /// Who has read the document, in any version, while it was restricted: shared by name or with a handling rule. Only the owner's office is told.
    /// </summary>
    public static async Task<ILookup<Guid, ReadingReceipt>> ReceiptsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents, ReadSession session, CancellationToken cancellation)
    {
        Guid[] wanted = [.. documents.Distinct()];
        var receipts = await session.ReadAsync((connection, token) => ReadAsync(connection, wanted, token), cancellation);
        return receipts.ToLookup(receipt => receipt.Document, receipt => receipt.Receipt);
    }

    /// <summary>Which offices were asked to acknowledge that the document was taken back, and who has; the owner's office is told of all.</summary>
    public static async Task<ILookup<Guid, Recall>> RecallsAsync(
        [ParentKey(nameof(ISharedDocument.Id))] IReadOnlyList<Guid> documents, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<Recall>()
                .Where(recall => documents.Contains(recall.DocumentId))
                .OrderBy(recall => recall.RecalledAt).ThenBy(recall => recall.OfficeId)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(recall => recall.DocumentId);
    }

    private static async Task<List<(Guid Document, ReadingReceipt Receipt)>> ReadAsync(
        NpgsqlConnection connection, Guid[] documents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select document_id, office_id, person_id, first_read_at, last_read_at from r2p.receipts_of($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = documents });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var receipts = new List<(Guid, ReadingReceipt)>();
        while (await reader.ReadAsync(cancellation))
        {
            receipts.Add((reader.GetGuid(0), new ReadingReceipt(
                reader.GetFieldValue<Guid?>(1),
                reader.GetFieldValue<Guid?>(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetFieldValue<DateTimeOffset>(4))));
        }

        return receipts;
    }
}

/// <summary>What a receipt leads to.</summary>
[ObjectType<ReadingReceipt>]
public static class ReadingReceiptFields
{
    /// <summary>The office for which it was read; null for a reader without one.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(ReadingReceipt.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who read it; null for a reader who was not signed in.</summary>
    public static Task<IReadOnlyList<Person?>> PersonAsync(
        [ParentKey(nameof(ReadingReceipt.PersonId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);
}

/// <summary>What a recall leads to.</summary>
[ObjectType<Recall>]
public static class RecallFields
{
    /// <summary>Recalls by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Recall?>> ByIdsAsync(IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Recall>(ids, selection, cancellation);

    /// <summary>The office that is asked.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(Recall.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who acknowledged it; null until then.</summary>
    public static Task<IReadOnlyList<Person?>> AcknowledgedByAsync(
        [ParentKey(nameof(Recall.AcknowledgedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);
}

/// <summary>The recall in the answer to an act.</summary>
[ObjectType<RecallPayload>]
public static class RecallPayloadFields
{
    /// <summary>The recall as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Recall?>> RecallAsync(
        [ParentKey(nameof(RecallPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Recall>(ids, selection, cancellation);
}
