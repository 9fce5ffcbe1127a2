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
    private readonly ISaveRules? _rules;

    internal DocumentContext(NpgsqlConnection connection, DocumentMappings mappings, AccessContext access, ISaveRules? rules)
        : base(Options(connection, rules is null))
    {
        Mappings = mappings;
        Access = access;
        _rules = rules;
    }

    /// <summary>Who looks.</summary>
    public AccessContext Access { get; }

    internal DocumentMappings Mappings { get; }

    /// <summary>The documents of a kind that the viewer may see: the one predicate of access. Row-level security repeats it.</summary>
    public IQueryable<T> Visible<T>()
        where T : DocumentEnvelope =>
        Readable<T>().Where(document => IsOpen(document.ExpiresAt, document.OwnerId));

    /// <summary>The rows with readers of their own that the viewer may see.</summary>
    public IQueryable<T> Readable<T>()
        where T : class, IReadable
    {
        if (!Mappings.ApplyPredicate)
        {
            return Set<T>();
        }

        var tokens = Access.Tokens.ToArray();
        return Set<T>().Where(row => row.Readers.Any(reader => tokens.Contains(reader)));
    }

    /// <summary>In queries only: past its expiry a document is open to its owner's office alone.</summary>
    internal static bool IsOpen(DateTimeOffset? expiresAt, Guid ownerId) =>
        throw new NotSupportedException("For queries only.");

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
        modelBuilder.HasDbFunction(typeof(DocumentContext).GetMethod(nameof(IsOpen), BindingFlags.NonPublic | BindingFlags.Static)!)
            .HasName("is_open");
        StoreTables.Configure(modelBuilder);
        Mappings.Configure(modelBuilder);
        NamingConvention.Apply(modelBuilder.Model);
    }

    private static DbContextOptions<DocumentContext> Options(NpgsqlConnection connection, bool readOnly) =>
        new DbContextOptionsBuilder<DocumentContext>()
            .UseNpgsql(connection)
            .ReplaceService<IModelCacheKeyFactory, DocumentMappings.ModelKey>()
            .UseQueryTrackingBehavior(
                readOnly ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll)
            .Options;

    /// <summary>What a write session does around each save.</summary>
    internal interface ISaveRules
    {
        Task BeforeSaveAsync(CancellationToken cancellationToken);

        Task<Exception> ExplainAsync(DbUpdateConcurrencyException conflict, CancellationToken cancellationToken);
    }
}
