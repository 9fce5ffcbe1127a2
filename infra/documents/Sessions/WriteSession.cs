using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// One act of one viewer: a transaction in which documents change and events are appended, all or nothing.
/// <see cref="DocumentStore.WriteAsync{T}"/> opens it, and commits it when the work has ended without an exception.
/// </summary>
public sealed class WriteSession : DocumentContext.ISaveRules, IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;
    private readonly TimeProvider _time;
    private readonly List<DocumentEvent> _events = [];
    private (string? Reason, Guid? Office) _told;

    private WriteSession(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        DocumentMappings mappings,
        AccessContext access,
        TimeProvider time)
    {
        Connection = connection;
        _transaction = transaction;
        _time = time;
        Access = access;
        OfficeId = access.OfficeId;
        _told = (null, access.OfficeId);
        Context = new DocumentContext(connection, mappings, access, this);
    }

    /// <summary>Who acts.</summary>
    public AccessContext Access { get; }

    /// <summary>The documents, tracked. Saved at the end of the work, or earlier with <c>SaveChangesAsync</c>.</summary>
    public DocumentContext Context { get; }

    /// <summary>For SQL in the same transaction.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Why, in the viewer's words; kept with every revision that a later save makes.</summary>
    public string? Reason { get; set; }

    /// <summary>In whose name; kept with the events, and whatever else is saved from here on.</summary>
    public Guid? OfficeId { get; set; }

    /// <summary>Looks at what is to be saved, each time before it is; may refuse it by an exception.</summary>
    public Func<CancellationToken, Task>? BeforeSave { get; set; }

    internal bool HasEvents => _events.Count > 0;

    /// <summary>Appends an event when the work has ended. It becomes visible together with the changes.</summary>
    public void Append(DocumentEvent entry) => _events.Add(entry);

    /// <summary>A document to change, as the caller saw it; null when the viewer can't see it or it doesn't exist.</summary>
    /// <exception cref="StaleVersionException">The document has another version by now.</exception>
    public async Task<T?> LoadAsync<T>(Guid id, int version, CancellationToken cancellationToken = default)
        where T : DocumentEnvelope
    {
        var document = await Context.Visible<T>().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        return document is null || document.Version == version
            ? document
            : throw new StaleVersionException(id, document.Version);
    }

    async Task DocumentContext.ISaveRules.BeforeSaveAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetDatabaseNow();
        foreach (var entry in Context.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            if (entry.Entity is DocumentEnvelope document)
            {
                Stamp(entry, document, now);
            }

            TruncateTimes(entry);
        }

        if (BeforeSave is { } look)
        {
            await look(cancellationToken);
        }

        await TellAsync(cancellationToken);
    }

    async Task<Exception> DocumentContext.ISaveRules.ExplainAsync(
        DbUpdateConcurrencyException conflict, CancellationToken cancellationToken)
    {
        if (conflict.Entries is not [{ Entity: DocumentEnvelope document } entry, ..])
        {
            return conflict;
        }

        var current = await entry.GetDatabaseValuesAsync(cancellationToken);
        var currentVersion = current?.GetValue<int>(nameof(DocumentEnvelope.Version));
        var seen = entry.OriginalValues.GetValue<int>(nameof(DocumentEnvelope.Version));
        return currentVersion == seen
            ? new WriteRefusedException(document.Id)
            : new StaleVersionException(document.Id, currentVersion);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await Context.DisposeAsync();
        await _transaction.DisposeAsync();
    }

    /// <summary>
    /// Whether somebody else was first: a row that is there only once is there already, or one that was to change is not as it was found. What an act
    /// can know beforehand it looks up; this is what happens between that and its commit.
    /// </summary>
    internal static bool IsConcurrent(Exception failure) => failure is DbUpdateConcurrencyException
        || (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.UniqueViolation;

    internal static async Task<WriteSession> OpenAsync(
        NpgsqlConnection connection,
        DocumentMappings mappings,
        AccessContext access,
        string act,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SessionSettings.OpenWritingAsync(connection, transaction, access, act, cancellationToken);
        var session = new WriteSession(connection, transaction, mappings, access, time);
        await session.Context.Database.UseTransactionAsync(transaction, cancellationToken);
        return session;
    }

    internal async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (Context.ChangeTracker.HasChanges())
        {
            await Context.SaveChangesAsync(cancellationToken);
        }

        if (HasEvents)
        {
            await TellAsync(cancellationToken);
            await EventRows.InsertAsync(Connection, _transaction, _events, _time, cancellationToken);
        }

        await _transaction.CommitAsync(cancellationToken);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_told != (Reason, OfficeId))
        {
            await SessionSettings.SetWhyAsync(Connection, _transaction, Reason, OfficeId, cancellationToken);
            _told = (Reason, OfficeId);
        }
    }

    private static void Stamp(EntityEntry entry, DocumentEnvelope document, DateTimeOffset now)
    {
        document.UpdatedAt = now;
        if (entry.State == EntityState.Added)
        {
            document.Version = 1;
            document.CreatedAt = document.CreatedAt == default ? now : document.CreatedAt;
        }
        else
        {
            document.Version = entry.OriginalValues.GetValue<int>(nameof(DocumentEnvelope.Version)) + 1;
        }
    }

    private static void TruncateTimes(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if (property.CurrentValue is DateTimeOffset time && time != DatabaseTime.Truncate(time))
            {
                property.CurrentValue = DatabaseTime.Truncate(time);
            }
        }
    }
}
