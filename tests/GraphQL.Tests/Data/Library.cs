using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Data;

/// <summary>A small library: rows with every kind of value that can be filtered and sorted, at the top, in a body, and in lists.</summary>
[Filterable(Using = "Body.Summary"), Filterable(Using = nameof(OwnerId), Name = "owner", IdOf = typeof(Shelf)), Sortable(Using = "Body.Pages")]
public sealed class Book
{
    /// <summary>Names the book for good.</summary>
    [ID, Filterable, Sortable]
    public Guid Id { get; set; }

    /// <summary>As on the cover.</summary>
    [Filterable, Sortable]
    public string Title { get; set; } = "";

    /// <summary>What comes below the title.</summary>
    [Filterable, Sortable]
    public string? Subtitle { get; set; }

    [Filterable, Sortable]
    public DateTimeOffset? PublishedAt { get; set; }

    [Filterable, Sortable]
    public int Stock { get; set; }

    [Filterable]
    public bool IsLent { get; set; }

    [Filterable]
    public Genre Genre { get; set; }

    [Filterable]
    public Genre? SecondGenre { get; set; }

    [Filterable]
    public List<string> Tags { get; set; } = [];

    [GraphQLIgnore]
    public Guid OwnerId { get; set; }

    [GraphQLIgnore]
    public string[] ReviewerCodes { get; set; } = [];

    /// <summary>Who wrote about it.</summary>
    [Filterable(Using = nameof(ReviewerCodes))]
    public IReadOnlyList<string> Reviewers => ReviewerCodes;

    [Filterable]
    public BookBody Body { get; set; } = new();
}

public sealed class BookBody
{
    public string Summary { get; set; } = "";

    [Filterable]
    public double Pages { get; set; }

    [Filterable]
    public Place? Printed { get; set; }

    [Filterable]
    public List<Chapter> Chapters { get; set; } = [];
}

public sealed class Chapter
{
    [Filterable]
    public string Heading { get; set; } = "";

    [Filterable]
    public int Length { get; set; }

    [Filterable]
    public Genre? Mood { get; set; }
}

public sealed class Place
{
    [Filterable]
    public string Country { get; set; } = "";
}

/// <summary>What a book tells.</summary>
public enum Genre
{
    Novel,
    ShortStory,
    Report,
}

public sealed class Shelf
{
    [ID]
    public Guid Id { get; set; }
}

/// <summary>The shelves' content.</summary>
public static class Books
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static IReadOnlyList<Book> Make() =>
    [
        new()
        {
            Id = IdOf(1), Title = "Atlas", PublishedAt = Start, Stock = 3, Genre = Genre.Report, Tags = ["maps", "world"], OwnerId = IdOf(91),
            ReviewerCodes = ["GHA", "KEN"],
            Body = new()
            {
                Summary = "100% maps", Pages = 20.5, Printed = new() { Country = "GHA" },
                Chapters = [new() { Heading = "North", Length = 10, Mood = Genre.Report }, new() { Heading = "South", Length = 4 }],
            },
        },
        new()
        {
            Id = IdOf(2), Title = "Breath", Subtitle = "A tale", PublishedAt = Start.AddMicroseconds(1), Stock = 0, IsLent = true, Genre = Genre.Novel,
            SecondGenre = Genre.ShortStory, Tags = ["air"], OwnerId = IdOf(92), ReviewerCodes = ["KEN"],
            Body = new() { Summary = "In_and out", Pages = 300, Chapters = [new() { Heading = "In", Length = 150, Mood = Genre.Novel }] },
        },
        new()
        {
            Id = IdOf(3), Title = "Cobalt", Stock = 3, Genre = Genre.ShortStory, OwnerId = IdOf(91),
            Body = new() { Summary = "Blue", Pages = 12, Printed = new() { Country = "KEN" } },
        },
        new()
        {
            Id = IdOf(4), Title = "atlas of air", Subtitle = "", PublishedAt = Start.AddDays(400), Stock = 7, Genre = Genre.Report,
            Tags = ["air", "maps"], OwnerId = IdOf(92), ReviewerCodes = ["DNK"],
            Body = new()
            {
                Summary = "Maps, no 100", Pages = 48.25,
                Chapters = [new() { Heading = "South", Length = 4 }, new() { Heading = "South wind", Length = 40, Mood = Genre.ShortStory }],
            },
        },
    ];
}

/// <summary>Where the books are.</summary>
public sealed record BookSource(IQueryable<Book> Books);

/// <summary>Reads the library, from wherever the test has put it.</summary>
[QueryType]
public static class LibraryQuery
{
    [UsePaging(DefaultPageSize = 3, MaxPageSize = 5), UseFiltering, UseSorting]
    public static Task<Connection<Book>> GetBooksAsync(
        QueryContext<Book> query,
        PagingArguments paging,
        ISelection selection,
        BookSource source,
        IQueryRunner runner,
        CancellationToken cancellation) =>
        Page.RunAsync(source.Books, query.DefaultOrder(book => book.Title), paging, runner, selection, cancellation);

    /// <summary>Those whose identifiers are wanted.</summary>
    [UseFiltering]
    public static IReadOnlyList<Book> AllBooks(QueryContext<Book> query, BookSource source) =>
        [.. query.Where is null ? source.Books : source.Books.Where(query.Where)];
}
