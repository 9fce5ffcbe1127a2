using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace R2P.Documents;

/// <summary>
/// The documents as EF Core sees them, over the connection and the transaction of one session. Only sessions make one.
/// </summary>
public sealed class DocumentContext : DbContext
{
    private static readonly DbContextOptions<DocumentContext> ReadingOptions =
        Options(static options => options.UseNpgsql().AddInterceptors(FirstTold.Instance), QueryTrackingBehavior.NoTracking);

    private readonly ISaveRules? _rules;

    /// <summary>A context to write with, over one connection.</summary>
    internal DocumentContext(NpgsqlConnection connection, DocumentMappings mappings, AccessContext access, ISaveRules rules)
        : base(Options(options => options.UseNpgsql(connection), QueryTrackingBehavior.TrackAll))
    {
        Mappings = mappings;
        Access = access;
        _rules = rules;
    }

    /// <summary>A context to read with, lent to one session after the other: it tracks nothing, and making one is dear.</summary>
    internal DocumentContext(DocumentMappings mappings)
        : base(ReadingOptions)
    {
        Mappings = mappings;
        Access = AccessContext.Anonymous;
    }

    /// <summary>Who looks.</summary>
    public AccessContext Access { get; private set; }

    /// <summary>The restricted rows that were read for others than their owner's office; who writes has no use for them.</summary>
    internal Dictionary<Guid, RestrictedRead> RestrictedReads { get; private set; } = [];

    internal DocumentMappings Mappings { get; }

    /// <summary>The viewer's tokens, as SQL takes them.</summary>
    internal string[] TokenArray => Access.TokenArray;

    /// <summary>The statements of the session that a context to read with serves; null while it serves none, and for a context to write with.</summary>
    internal ReadTurns? Turns { get; private set; }

    /// <summary>The documents of a kind that the viewer may see: the one predicate of access. Row-level security repeats it.</summary>
    public IQueryable<T> Visible<T>()
        where T : DocumentEnvelope => Visible(Set<T>());

    /// <summary>Of documents that come from elsewhere than their table, such as past versions, those that the viewer may see.</summary>
    public IQueryable<T> Visible<T>(IQueryable<T> documents)
        where T : DocumentEnvelope =>
        Readable(documents).Where(document => IsOpen(document.ExpiresAt, document.OwnerId));

    /// <summary>The rows with readers of their own that the viewer may see.</summary>
    public IQueryable<T> Readable<T>()
        where T : class, IReadable => Readable(Set<T>());

    /// <summary>Of rows that come from elsewhere than their table, those that the viewer may see.</summary>
    public IQueryable<T> Readable<T>(IQueryable<T> rows)
        where T : class, IReadable
    {
        if (!Mappings.ApplyPredicate)
        {
            return rows;
        }

        var tokens = TokenArray;
        return rows.Where(row => row.Readers.Any(reader => tokens.Contains(reader)));
    }

    /// <summary>
    /// In queries only: past its expiry a row is open to its owner's office alone. <see cref="Visible{T}()"/> asks it for documents; rows that follow a
    /// document's expiry ask it themselves.
    /// </summary>
    public static bool IsOpen(DateTimeOffset? expiresAt, Guid ownerId) =>
        throw new NotSupportedException("For queries only.");

    /// <summary>Notes which rows were read, of those for which that is worth a record.</summary>
    public void NoteRead<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows.OfType<IRestricted>())
        {
            NoteRead(row);
        }
    }

    /// <summary>Notes that a row was read, if that is worth a record.</summary>
    internal void NoteRead(IRestricted row)
    {
        if (row.IsRestricted && !Access.Tokens.Contains($"office:{row.OwnerId}"))
        {
            RestrictedReads[row.Id] = new RestrictedRead(row.Id, row.Readers);
        }
    }

    /// <summary>Always throws: a session saves asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <summary>Raises versions, stamps times and writes. A session that reads refuses.</summary>
    /// <exception cref="StaleVersionException">Somebody else changed a document meanwhile.</exception>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rules = _rules ?? throw new InvalidOperationException("This session reads; use DocumentStore.WriteAsync to write.");
        await rules.BeforeSaveAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            throw await rules.ExplainAsync(conflict, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("r2p");
        modelBuilder.HasDbFunction(typeof(DocumentContext).GetMethod(nameof(IsOpen), BindingFlags.Public | BindingFlags.Static)!)
            .HasName("is_open");
        StoreTables.Configure(modelBuilder);
        Mappings.Configure(modelBuilder);
        NamingConvention.Apply(modelBuilder.Model);
    }

    /// <summary>Begins to serve a session that reads.</summary>
    internal void Enter(NpgsqlConnection connection, ReadTurns turns, AccessContext access, Dictionary<Guid, RestrictedRead> restrictedReads)
    {
        Turns = turns;
        Access = access;
        RestrictedReads = restrictedReads;
        Database.SetDbConnection(connection);
    }

    /// <summary>Forgets the session.</summary>
    internal void Leave()
    {
        Turns = null;
        Access = AccessContext.Anonymous;
        RestrictedReads = [];
        Database.SetDbConnection(null);
    }

    private static DbContextOptions<DocumentContext> Options(
        Action<DbContextOptionsBuilder> connect, QueryTrackingBehavior tracking)
    {
        var options = new DbContextOptionsBuilder<DocumentContext>();
        connect(options);

        // In each of them: EF Core would build another model for contexts that differ in an interceptor of this kind.
        options.AddInterceptors(ReadNotes.Instance);
        return options.ReplaceService<IModelSource, DocumentMappings.Models>().UseQueryTrackingBehavior(tracking).Options;
    }

    /// <summary>What a write session does around each save.</summary>
    internal interface ISaveRules
    {
        Task BeforeSaveAsync(CancellationToken cancellationToken);

        Task<Exception> ExplainAsync(DbUpdateConcurrencyException conflict, CancellationToken cancellationToken);
    }
}
