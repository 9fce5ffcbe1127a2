#pragma warning disable CA1708, CA1716 // The library speaks the words of its readers.
using System.Security.Claims;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>Anything that can be lent, be it on paper or not.</summary>
public interface ILendable
{
    /// <summary>The global id.</summary>
    [ID]
    Guid Id { get; }

    /// <summary>What is on the cover.</summary>
    string Title { get; }

    [GraphQLIgnore]
    string[] Readers { get; }
}

/// <summary>Where a thing is in its life.</summary>
public enum LoanState
{
    /// <summary>Nobody has it.</summary>
    OnShelf,
    LentOut,

    [Obsolete("Use `LENT_OUT`.")]
    Gone,
}

/// <summary>
/// A book, with its <see cref="ILendable.Title"/>
/// on more than one line.
/// </summary>
/// <param name="Title">As printed, <c>verbatim</c>.</param>
/// <param name="AuthorId">Who wrote it.</param>
public sealed record Book(Guid Id, string Title, [property: GraphQLIgnore] Guid? AuthorId, LoanState State, IReadOnlyList<string?> Tags, DateTimeOffset AddedAt)
    : ILendable
{
    public string[] Readers => [];

    public int? Pages { get; init; }

    public Markdown Blurb { get; init; }
}

public sealed record Film(Guid Id, string Title, double Minutes) : ILendable
{
    public string[] Readers => [];

    [GraphQLDeprecated("Films have no shelf.")]
    public string? Shelf { get; init; }

    [ID<Author>]
    public Guid? DirectorId { get; init; }

    [ID<Author>]
    public IReadOnlyList<Guid> ActorIds { get; init; } = [];
}

public sealed record Author(Guid Id, string Name);

[UnionType("SearchHit")]
public interface IHit;

public sealed record Exact(Book Book) : IHit;

public sealed record Near(string Text) : IHit;

/// <summary>A page.</summary>
[GraphQLName("{0}Page")]
public sealed record Page<T>(IReadOnlyList<T> Items, T? First)
    where T : class;

/// <summary>What a new book needs.</summary>
/// <param name="Title">Its title.</param>
public sealed record NewBook(
    string Title,
    [ID<Author>] Guid? AuthorId,
    LoanState State = LoanState.OnShelf,
    int Copies = 1,
    string? Note = null,
    Optional<string?> Blurb = default,
    IReadOnlyList<NewChapter>? Chapters = null);

public sealed class NewChapter
{
    public required string Heading { get; init; }

    public IReadOnlyList<string> Words { get; init; } = ["once", "upon"];

    public int Pages { get; set; } = 10;
}

[OneOf]
public sealed record BookKey([property: ID<Book>] Guid? Id, string? Title);

[QueryType]
public static class BookQueries
{
    /// <summary>
    /// Finds books.
    /// <para>In order of <paramref name="state"/>.</para>
    /// </summary>
    /// <param name="state">Only these.</param>
    /// <param name="first">How many.</param>
    public static Task<Page<Book>> GetBooksAsync(LoanState? state, TimeProvider clock, CancellationToken cancellation, int first = 20) =>
        Task.FromResult(new Page<Book>([], null));

    public static ILendable? Lendable([ID<ILendable>] Guid id) => null;

    public static IReadOnlyList<IHit> Search(string text, [DefaultValue(LoanState.LentOut)] LoanState state) => [];

    public static Book? BookBy(BookKey key) => null;

    [Authorize(Roles = ["LIBRARIAN", "OWNER"])]
    public static string Secret(ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";
}

[MutationType]
public static class BookMutations
{
    public static string AddBook(NewBook input, ISelection selection) => $"{input}";
}

[SubscriptionType]
public static class BookEvents
{
    public static IAsyncEnumerable<Book> BookAdded() => AsyncEnumerable.Empty<Book>();
}

[InterfaceType<ILendable>]
public static class LendableFields
{
    /// <summary>How often it was lent.</summary>
    [GraphQLDescription("How many times somebody took it home.")]
    public static IReadOnlyList<int> GetLoanCount([Parents] IReadOnlyList<ILendable> things) => [.. things.Select(thing => thing.Title.Length)];
}

[ObjectType<Book>]
public static class BookFields
{
    public static Task<IReadOnlyDictionary<Guid, Author>> GetAuthorAsync([ParentKey(nameof(Book.AuthorId))] IReadOnlyList<Guid> ids) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Author>>(ids.ToDictionary(id => id, id => new Author(id, "A")));

    public static string Shout([Parent] Book book, string mark = "!") => book.Title + mark;

    [NodeResolver]
    public static Task<IReadOnlyList<Book?>> ByIdsAsync(IReadOnlyList<Guid> ids) =>
        Task.FromResult<IReadOnlyList<Book?>>([.. ids.Select(id => id == Guid.Empty ? null : new Book(id, "B", null, LoanState.OnShelf, [], default))]);
}

[ObjectType<Film>]
public static class FilmFields
{
    [NodeResolver]
    public static Task<Dictionary<Guid, Film>> FindAsync(IReadOnlyList<Guid> ids) =>
        Task.FromResult(ids.ToDictionary(id => id, id => new Film(id, "F", 90)));
}
