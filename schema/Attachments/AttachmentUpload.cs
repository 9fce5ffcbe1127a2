using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Endpoints;
using R2P.Schema.Sharing;

namespace R2P.Schema.Attachments;

/// <summary>Adds a file to a document: chunk by chunk in the act's own transaction, so that what is broken off leaves nothing.</summary>
public sealed class AttachmentUpload(ActRunner acts, SharedDocuments documents)
{
    /// <summary>The largest file.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The most files of a document at a time.</summary>
    public const int MaxFiles = 50;

    private const int ChunkBytes = 256 * 1024;

    /// <summary>Reads the file to its end and keeps it.</summary>
    /// <exception cref="EndpointException">The file is too large, or of no type that is taken.</exception>
    public Task<ActResult> AddAsync(NodeId document, string name, PipeReader content, CancellationToken cancellation) =>
        acts.RunAsync(
            "addAttachment",
            async act =>
            {
                CheckName(name);
                await LoadAsync(act, document);
                await CheckRoomAsync(act, document);
                var file = act.NewId();
                var received = await ReceiveAsync(act, file, name, content);

                // The upload may have taken long: the document is changed as it stands now.
                act.Context.ChangeTracker.Clear();
                var target = await LoadAsync(act, document);
                target.AuthorIds = [.. target.AuthorIds.Union([act.Person])];
                act.Tell("ATTACHMENT_ADDED", target);
                await act.SaveVisiblyAsync();
                await KeepAsync(act, file, target, name, received);
                return file;
            },
            cancellation);

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

    private static async Task<Received> ReceiveAsync(Act act, Guid file, string name, PipeReader content)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var inspection = new FileInspection(name);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var size = 0;
            for (var place = 0; await FillAsync(content, chunk, act.Cancellation) is > 0 and var length; place++)
            {
                size += length;
                if (size > MaxBytes)
                {
                    throw FileRefusal.TooLarge();
                }

                inspection.Look(chunk.AsSpan(0, length));
                digest.AppendData(chunk, 0, length);
                await WriteAsync(act, file, place, chunk.AsMemory(0, length));
            }

            var type = inspection.MediaType() ?? throw FileRefusal.UnknownType();
            return new Received(size, type, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }

    /// <summary>Reads until the chunk is full or the body has ended.</summary>
    private static async Task<int> FillAsync(PipeReader content, byte[] chunk, CancellationToken cancellation)
    {
        var filled = 0;
        while (filled < ChunkBytes)
        {
            var read = await content.ReadAsync(cancellation);
            var taken = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, ChunkBytes - filled));
            taken.CopyTo(chunk.AsSpan(filled));
            filled += (int)taken.Length;
            content.AdvanceTo(taken.End);
            if (read.IsCompleted && taken.Length == read.Buffer.Length)
            {
                break;
            }
        }

        return filled;
    }

    private static async Task WriteAsync(Act act, Guid file, int place, ReadOnlyMemory<byte> piece)
    {
        await using var command = new NpgsqlCommand("select r2p.write_attachment_chunk($1, $2, $3)", act.Session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = file });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = place });
        command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = piece });
        await command.ExecuteNonQueryAsync(act.Cancellation);
    }

    private static async Task KeepAsync(Act act, Guid file, SharedDocument document, string name, Received received)
    {
        var kind = EnumText.Of(document.Kind);
        var isKept = await act.Context.Database
            .SqlQuery<bool>(
                $"""
                select r2p.keep_attachment({file}, {document.Id}, {kind}, {name}, {received.MediaType}, {received.Bytes}, {received.Sha256}, {act.Now}) as "Value"
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

    /// <summary>The document, for whoever may revise it as it stands; where a kind knows no revising, for whoever writes in the owner's office.</summary>
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
            act.MustActFor(document.OwnerId, $"use {act.Name} on it", Roles.WhoDraft);
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
        "The file is of no type that is taken, or its name says another: PDF, PNG, JPEG, GIF, docx, xlsx, pptx without macros, odt, ods, odp, "
        + "and UTF-8 text as txt, md or csv.");
}
