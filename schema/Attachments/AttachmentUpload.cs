using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Endpoints;
using R2P.Schema.Sharing;

namespace R2P.Schema.Attachments;

/// <summary>Adds a file to a document, all in the act's own transaction: what is broken off leaves nothing.</summary>
public sealed class AttachmentUpload(ActRunner acts, SharedDocuments documents)
{
    /// <summary>The largest file.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The most files of a document at a time.</summary>
    public const int MaxFiles = 50;

    private const int ChunkBytes = 256 * 1024;

    /// <summary>Keeps a file that is here whole.</summary>
    /// <exception cref="EndpointException">The file is of no type that is taken.</exception>
    public async Task<ActResult> AddAsync(NodeId document, string name, Stream content, CancellationToken cancellation)
    {
        var received = await InspectAsync(name, content, cancellation);
        return await acts.RunAsync(
            "addAttachment",
            async act =>
            {
                CheckName(name);
                var target = await LoadAsync(act, document);
                await CheckRoomAsync(act, document);
                var file = act.NewId();
                target.AuthorIds = [.. target.AuthorIds.Union([act.Person])];
                act.Tell(ChangeType.AttachmentAdded, target);
                await act.SaveVisiblyAsync();
                await WriteAsync(act, file, content);
                await KeepAsync(act, file, target, name, received);
                return file;
            },
            cancellation);
    }

    /// <summary>The document, for whoever may revise it now.</summary>
    private Task<SharedDocument> LoadAsync(Act act, NodeId id) => AttachmentRules.LoadAsync(act, documents, id);

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200 || name.Any(c => char.IsControl(c) || c is '/' or '\\' or '"'))
        {
            throw Refuse.Invalid("The name must have 1 to 200 characters, without controls, quotes and slashes.", "name");
        }
    }

    private static async Task CheckRoomAsync(Act act, NodeId document)
    {
        var files = await Attachment.Visible(act.Context)
            .CountAsync(attachment => attachment.DocumentId == document.Id && attachment.UntilVersion == null, act.Cancellation);
        if (files >= MaxFiles)
        {
            throw Refuse.Invalid($"The document has {MaxFiles} files; no more are kept.", "document");
        }
    }

    private static async Task<Received> InspectAsync(string name, Stream content, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var inspection = new FileInspection(name);
        var size = 0;
        await foreach (var piece in ChunksAsync(content, cancellation))
        {
            size += piece.Length;
            inspection.Look(piece.Span);
            digest.AppendData(piece.Span);
        }

        var type = inspection.MediaType() ?? throw FileRefusal.UnknownType();
        return new Received(size, type, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static async Task WriteAsync(Act act, Guid file, Stream content)
    {
        var place = 0;
        await foreach (var piece in ChunksAsync(content, act.Cancellation))
        {
            await using var command = new NpgsqlCommand("select r2p.write_attachment_chunk($1, $2, $3)", act.Session.Connection);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = place++ });
            command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = piece });
            await command.ExecuteNonQueryAsync(act.Cancellation);
        }
    }

    /// <summary>The file from its beginning; each chunk is good until the next.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ChunksAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        content.Position = 0;
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            while (await content.ReadAtLeastAsync(chunk.AsMemory(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false, cancellation) is > 0 and var length)
            {
                yield return chunk.AsMemory(0, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }

    private static async Task KeepAsync(Act act, Guid file, SharedDocument document, string name, Received received)
    {
        var kind = EnumText.Of(document.Kind);
        var isKept = await act.Context.Database
            .SqlQuery<bool>(
                $"""
                select r2p.keep_attachment(
                    {file}, {document.Id}, {kind}, {name}, {received.MediaType}, {received.Bytes}, {received.Sha256}, {act.Now}) as "Value"
                """)
            .SingleAsync(act.Cancellation);
        if (!isKept)
        {
            throw Refuse.NotAllowed("add a file to it");
        }
    }

    private sealed record Received(int Bytes, string MediaType, string Sha256);
}

/// <summary>Who may change a document's files.</summary>
internal static class AttachmentRules
{
    /// <summary>Saves so that the database sees that this very transaction has written the document: rows that were saved within a savepoint hide it.</summary>
    public static Task SaveVisiblyAsync(this Act act)
    {
        act.Context.Database.AutoSavepointsEnabled = false;
        return act.Context.SaveChangesAsync(act.Cancellation);
    }

    /// <summary>The document, for whoever may revise it as it stands; where a kind knows no revising, for whoever writes for its office.</summary>
    public static async Task<SharedDocument> LoadAsync(Act act, SharedDocuments documents, NodeId id)
    {
        if (documents.OfType(id.TypeName) is not { } store || await store.LoadAsync(act.Context, id.Id, act.Cancellation) is not { } document)
        {
            throw Refuse.NotFound("document", "document");
        }

        if (store.Life.Knows(DocumentAct.Revise))
        {
            store.Life.Take(act, document, DocumentAct.Revise);
        }
        else
        {
            act.MustActFor(document.OwnerId, $"use {act.Name} on it", ReaderRules.WhoWrites(document.OwnerId, document.Readers));
        }

        return document;
    }
}

/// <summary>Why a file is not taken, whoever sends it.</summary>
internal static class FileRefusal
{
    public static EndpointException TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge,
        "FILE_SIZE_LIMIT_EXCEEDED",
        $"The file is larger than {AttachmentUpload.MaxBytes / (1024 * 1024)} MB.");

    public static EndpointException UnknownType() => new(
        StatusCodes.Status415UnsupportedMediaType,
        "FILE_TYPE_REFUSED",
        "The file is of no type that is taken, or its name says another: PDF, PNG, JPEG, GIF, docx, xlsx, pptx, odt, ods, odp without macros, "
        + "and UTF-8 text as txt, md or csv.");
}
