using R2P.Tests;

namespace R2P.GraphQL.Tests.Data.Sql;

/// <summary>Puts books into a database of their own.</summary>
internal static class SqlLibrary
{
    public static async Task<BookContext> CreateAsync(PostgresFixture postgres, IEnumerable<Book> books)
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await using (var setup = new BookContext(database.OwnerConnectionString))
        {
            await setup.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            setup.AddRange(books);
            await setup.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return new BookContext(database.OwnerConnectionString);
    }
}
