using Microsoft.EntityFrameworkCore;
using R2P.Tests;

namespace R2P.Documents.Tests.Queries;

/// <summary>Rows that are read by the driver are those that EF Core reads, whatever the query.</summary>
public sealed class RowQueryTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office, "members");

    [Fact]
    public async Task Every_shape_of_query_reads_what_EF_Core_reads()
    {
        await AddNotesAsync();
        string[] titles = ["Note 1", "Note 3"];
        Mood? mood = Mood.VeryWorried, none = null;
        Mood[] moods = [Mood.Calm];
        DateTimeOffset? since = null;

        await AssertSameAsync(db => db.Visible<Note>().OrderBy(note => note.Title));
        await AssertSameAsync(db => db.Visible<Note>().Where(note => titles.Contains(note.Title)).OrderBy(note => note.Id));
        await AssertSameAsync(db => db.Visible<Note>().Where(note => note.Body.Mood == mood).OrderByDescending(note => note.Title).Take(2));
        await AssertSameAsync(db => db.Visible<Note>().Where(note => note.Body.EarlierMood == none).OrderBy(note => note.Title));
        await AssertSameAsync(db => db.Visible<Note>().Where(note => moods.Contains(note.Body.Mood)).OrderBy(note => note.Title));
        await AssertSameAsync(db => db.Visible<Note>().Where(note => note.PublishedAt == since).OrderBy(note => note.Title));
        await AssertSameAsync(db =>
        {
            var calm = db.Visible<Note>().Where(note => note.Body.Mood == Mood.Calm);
            return db.Visible<Note>().Where(note => calm.Any(other => other.Id == note.Id)).OrderBy(note => note.Title);
        });
    }

    [Fact]
    public async Task A_shape_is_translated_once_and_takes_each_query_s_own_values()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);

        foreach (var title in new[] { "Note 2", "Note 0", "nobody's", "Note 2" })
        {
            var found = await session.QueryAsync(
                (db, token) => db.ReadAsync(db.Visible<Note>().Where(note => note.Title == title), RowColumns.All, byKey: false, token), Cancellation);

            Assert.Equal(title == "nobody's" ? [] : [title], found.ConvertAll(note => note.Title));
        }
    }

    [Fact]
    public async Task Null_and_a_value_are_different_shapes()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);

        Assert.Equal(4, await CountAsync(session, null));
        Assert.Equal(0, await CountAsync(session, DateTimeOffset.UnixEpoch));
        Assert.Equal(4, await CountAsync(session, null));
    }

    [Fact]
    public async Task Only_the_columns_that_are_wanted_are_read()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);

        var found = await session.QueryAsync(
            (db, token) => db.ReadAsync(
                db.Visible<Note>().Where(note => note.Title == "Note 1"), RowColumns.Of([nameof(Note.Title)]), byKey: false, token),
            Cancellation);

        var note = Assert.Single(found);
        Assert.Equal("Note 1", note.Title);
        Assert.NotEqual(default, note.Id);
        Assert.Empty(note.Readers);
        Assert.Null(note.Language);
        Assert.Empty(note.Body.Summary);
    }

    [Fact]
    public async Task A_viewer_who_holds_nothing_reads_nothing()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(new AccessContext(["office:" + Guid.CreateVersion7()], null, null));

        var found = await session.QueryAsync(
            (db, token) => db.ReadAsync(db.Visible<Note>(), RowColumns.All, byKey: false, token), Cancellation);
        var newest = await session.QueryAsync(
            (db, token) => db.ReadNewestAsync(db.Visible<Note>(), new NewestPage("Note", 10, false, null), RowColumns.All, token), Cancellation);

        Assert.Empty(found);
        Assert.Empty(newest);
    }

    private static Task<int> CountAsync(ReadSession session, DateTimeOffset? published) => session.QueryAsync(
        async (db, token) => (await db.ReadAsync(
            db.Visible<Note>().Where(note => note.PublishedAt == published), RowColumns.All, byKey: false, token)).Count,
        Cancellation);

    private async Task AssertSameAsync(Func<DocumentContext, IQueryable<Note>> query)
    {
        await using var session = Store.OpenRead(Owner);
        var (read, made) = await session.QueryAsync(
            async (db, token) => (await db.ReadAsync(query(db), RowColumns.All, byKey: false, token), await query(db).ToListAsync(token)), Cancellation);

        Assert.NotEmpty(made);
        Assert.Equivalent(made, read, strict: true);
    }

    private async Task AddNotesAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            var note = Draft(Office, $"Note {i}", "members");
            note.Body = new NoteBody
            {
                Summary = $"Summary {i}",
                Mood = i % 2 == 0 ? Mood.Calm : Mood.VeryWorried,
                PastMoods = [Mood.Calm, Mood.VeryWorried],
                Tags = ["a", $"{i}"],
                WrittenAt = i == 0 ? null : new Place { CountryCode = "GHA" },
                Findings = [new Finding { FactorCode = "RF_01", SeenOn = new DateOnly(2026, 3, i + 1), Evidence = [new Evidence { Source = "field" }] }],
            };
            await AddAsync(Owner, note);
        }
    }
}
