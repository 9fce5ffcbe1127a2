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

    internal DocumentContext(NpgsqlConnection connection, DocumentMappings mappings, ISaveRules? rules)
        : base(Options(connection, rules is null))
    {
        Mappings = mappings;
        _rules = rules;
    }

    internal DocumentMappings Mappings { get; }

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
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("r2p");
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
