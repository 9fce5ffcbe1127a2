using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using R2P.GraphQL.Data;

namespace R2P.GraphQL.Tests.Data.Sql;

/// <summary>The library on PostgreSQL: columns, a text array, and a body as <c>jsonb</c>.</summary>
internal sealed class BookContext(string connectionString) : DbContext, IPerParentRunner
{
    private readonly StatementLog _log = new();

    /// <summary>The statements that ran, without the values of their parameters.</summary>
    public List<string> Statements => _log.Statements;

    public DbSet<Book> Books => Set<Book>();

    public async Task<IReadOnlyList<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellation) => await query.ToListAsync(cancellation);

    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellation) => query.CountAsync(cancellation);

    public IQueryable<TKey> TableOf<TKey>(IReadOnlyList<TKey> keys) => Database.SqlQuery<TKey>($"select unnest({keys.ToArray()}) as \"Value\"");

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseNpgsql(connectionString).AddInterceptors(_log).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Genre>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Book>(book =>
    {
        book.ToTable("book");
        book.Property(row => row.Id).ValueGeneratedNever();
        book.Ignore(row => row.Reviewers);
        book.HasIndex(row => row.Tags).HasMethod("gin");
        book.ComplexProperty(row => row.Body, body => body.ToJson("body"));
    });

    private sealed class StatementLog : DbCommandInterceptor
    {
        public List<string> Statements { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result)
        {
            Statements.Add(command.CommandText);
            return result;
        }
    }
}
