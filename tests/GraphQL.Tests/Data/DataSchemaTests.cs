using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Data;
using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL.Tests.Data;

/// <summary>What the attributes add to a schema, and what they say when they can't.</summary>
public sealed class DataSchemaTests
{
    [Fact]
    public void The_schema_of_the_library()
    {
        var printed = SchemaPrinter.Print(new LibraryService().Schema);
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "library.graphql");
        Assert.Equal(File.ReadAllText(path), printed + "\n");
    }

    [Theory]
    [InlineData(typeof(WithoutContext), "takes no QueryContext<T>: what clients ask of the list would be ignored.")]
    [InlineData(typeof(WithoutPagingArguments), "is marked [UsePaging]: it must return a Connection<T> and take PagingArguments.")]
    [InlineData(typeof(WithoutMarks), "Plain can't be filtered: mark the properties to filter by with [Filterable].")]
    [InlineData(typeof(WithoutMarks), "Plain can't be sorted: mark the properties to sort by with [Sortable].")]
    [InlineData(typeof(WithoutTieBreaker), "NoId can't be paged: mark its unique property with [SortKey(TieBreaker = true)], or call it Id.")]
    [InlineData(typeof(SortedByEnum), "EnumSorted.Genre can't be sorted by: Genre has no order that a cursor can carry.")]
    [InlineData(typeof(FilteredByNothing), "WrongPath has no public property \"Nowhere\" (in \"Nowhere.Else\" of WrongPath).")]
    public void Names_the_member_that_can_not_be_served(Type query, string message)
    {
        var services = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>();
        var exception = Assert.Throws<SchemaException>(() => new SchemaBuilder(services).AddType(query).Build());
        Assert.Contains(exception.Errors, error => error.Message.Contains(message, StringComparison.Ordinal) && error.Origin is not null);
    }

    [QueryType]
    internal static class WithoutContext
    {
        [UseFiltering]
        public static IReadOnlyList<Book> Books() => [];
    }

    [QueryType]
    internal static class WithoutPagingArguments
    {
        [UsePaging]
        public static Connection<Book> Books(QueryContext<Book> query) => throw new NotSupportedException(query.ToString());
    }

    [QueryType]
    internal static class WithoutMarks
    {
        [UseFiltering, UseSorting]
        public static IReadOnlyList<Plain> Plain(QueryContext<Plain> query) => throw new NotSupportedException(query.ToString());
    }

    [QueryType]
    internal static class WithoutTieBreaker
    {
        [UseSorting]
        public static IReadOnlyList<NoId> Rows(QueryContext<NoId> query) => throw new NotSupportedException(query.ToString());
    }

    [QueryType]
    internal static class SortedByEnum
    {
        [UseSorting]
        public static IReadOnlyList<EnumSorted> Rows(QueryContext<EnumSorted> query) => throw new NotSupportedException(query.ToString());
    }

    [QueryType]
    internal static class FilteredByNothing
    {
        [UseFiltering]
        public static IReadOnlyList<WrongPath> Rows(QueryContext<WrongPath> query) => throw new NotSupportedException(query.ToString());
    }

    internal sealed record Plain(Guid Id);

    internal sealed record NoId([property: Sortable] string Name);

    internal sealed record EnumSorted(Guid Id, [property: Sortable] Genre Genre);

    internal sealed record WrongPath([property: Filterable(Using = "Nowhere.Else")] Guid Id);
}
