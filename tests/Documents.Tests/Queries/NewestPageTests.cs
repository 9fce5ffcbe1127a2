using R2P.Tests;

namespace R2P.Documents.Tests.Queries;

/// <summary>The merge of what each token opens is the list in the order of publication, from both ends and from every place in it.</summary>
public sealed class NewestPageTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office, "members", "region:AU");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_by_page_everything_comes_once_and_in_order(bool oldestFirst)
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);
        var all = await ReadAsync(session, new NewestPage("Note", 100, oldestFirst, null));

        var paged = new List<string>();
        (DateTimeOffset?, Guid)? after = null;
        while (true)
        {
            var page = await ReadAsync(session, new NewestPage("Note", 3, oldestFirst, after));
            paged.AddRange(page.Select(note => note.Title));
            if (page.Count < 3)
            {
                break;
            }

            after = (page[^1].PublishedAt, page[^1].Id);
        }

        Assert.Equal(all.Select(note => note.Title), paged);
        var newest = all.OrderByDescending(note => note.PublishedAt ?? DateTimeOffset.MaxValue)
            .ThenByDescending(note => note.Id.ToString(), StringComparer.Ordinal);
        Assert.Equal((oldestFirst ? newest.Reverse() : newest).Select(note => note.Title), paged);
        Assert.Equal(10, paged.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Only_wanted_documents_fill_a_page()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);

        var page = await session.QueryAsync(
            (db, token) => db.ReadNewestAsync(
                db.Visible<Note>().Where(note => note.Title == "Note 1" || note.Title == "Note 7"),
                new NewestPage("Note", 5, OldestFirst: true, null),
                RowColumns.Of([nameof(Note.Title)]),
                token),
            Cancellation);

        Assert.Equal(["Note 7", "Note 1"], page.ConvertAll(note => note.Title));
    }

    [Fact]
    public async Task A_token_that_opens_nothing_and_one_that_opens_the_same_change_nothing()
    {
        await AddNotesAsync();
        await using var one = Store.OpenRead(new AccessContext(["region:AU"], null, null));
        await using var more = Store.OpenRead(new AccessContext(["region:AU", "members", "region:XX"], null, null));

        Assert.Equal(5, (await ReadAsync(one, new NewestPage("Note", 100, false, null))).Count);
        Assert.Equal(10, (await ReadAsync(more, new NewestPage("Note", 100, false, null))).Count);
    }

    private static Task<List<Note>> ReadAsync(ReadSession session, NewestPage page) => session.QueryAsync(
        (db, token) => db.ReadNewestAsync(db.Visible<Note>(), page, RowColumns.All, token), Cancellation);

    /// <summary>Ten notes, every other one also for a region; two are not published, two were published at the same moment.</summary>
    private async Task AddNotesAsync()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 10; i++)
        {
            var note = Draft(Office, $"Note {i}", i % 2 == 0 ? ["members"] : ["members", "region:AU"]);
            note.PublishedAt = i < 2 ? null : start.AddHours(i == 5 ? 4 : i);
            note.PublishedAt = i == 7 ? start : note.PublishedAt;
            await AddAsync(Owner, note);
        }
    }
}
