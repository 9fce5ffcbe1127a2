using System.Linq.Expressions;
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
    public async Task Many_who_ask_the_same_for_the_first_time_wait_for_one_translation()
    {
        const int Many = 8;
        using var translations = new Translations("asked by many");
        var (here, all) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            await using var session = Store.OpenRead(Owner);
            await session.QueryAsync(
                async (db, token) =>
                {
                    if (Interlocked.Increment(ref here) == Many)
                    {
                        all.SetResult();
                    }

                    await all.Task.WaitAsync(token);
                    return await db.ReadAsync(db.Visible<Note>().Where(note => note.Title != "asked by many"), RowColumns.All, byKey: false, token);
                },
                Cancellation);
        }));

        Assert.Equal(1, translations.Count);
    }

    [Theory]
    [InlineData("100%", "100% sure")]
    [InlineData("a_b", "a_b")]
    [InlineData("back\\slash", "back\\slash")]
    [InlineData("", "100% sure", "a_b", "aXb", "back\\slash", "100 sure")]
    [InlineData("nobody")]
    public async Task Text_is_looked_for_as_it_stands(string part, params string[] found)
    {
        foreach (var title in new[] { "100% sure", "a_b", "aXb", "back\\slash", "100 sure" })
        {
            await AddAsync(Owner, Draft(Office, title, "members"));
        }

        await using var session = Store.OpenRead(Owner);
        Assert.Equal(found.Order(StringComparer.Ordinal), await TitlesAsync(session, note => note.Title.Contains(part)));
        Assert.Equal(found.Order(StringComparer.Ordinal), await TitlesAsync(session, note => note.Title.StartsWith(part)));
        Assert.Equal(
            found.Where(title => title.EndsWith(part, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            await TitlesAsync(session, note => note.Title.EndsWith(part)));

        // The shape is known now: the next value takes its place.
        var other = "Xb";
        Assert.Equal(["aXb"], await TitlesAsync(session, note => note.Title.Contains(other)));
    }

    private static readonly string StaticTitle = "Note 3";

    [Fact]
    public async Task A_static_field_is_a_value_like_any_other()
    {
        await AddNotesAsync();
        await using var session = Store.OpenRead(Owner);

        Assert.Equal(["Note 3"], await TitlesAsync(session, note => note.Title == StaticTitle));
        Assert.Empty(await TitlesAsync(session, note => note.Title == string.Empty));
    }

    [Theory]
    [InlineData(1, "visible.id = $2")]
    [InlineData(2, "wanted (id)")]
    public async Task Documents_are_found_by_id_as_far_as_each_viewer_sees_them_and_by_one_plan(int wanted, string statement)
    {
        var mine = await AddAsync(Owner, Draft(Office, "Mine"));
        var ours = await AddAsync(Owner, Draft(Office, "Ours", "members"));
        Guid[] both = [mine.Id, ours.Id];

        await using var session = Store.OpenRead(Owner);
        await using var other = Store.OpenRead(Member(Guid.CreateVersion7(), "members"));
        await using var nobody = Store.OpenRead(AccessContext.Anonymous);
        Assert.Equal(["Mine", "Ours"], await TitlesAsync(session, both));
        Assert.Equal(["Ours"], await TitlesAsync(other, both));
        Assert.Empty(await TitlesAsync(nobody, both));

        // The planner tries five times what a plan for the very values would bring.
        for (var time = 0; time < 10; time++)
        {
            Assert.Equal(["Ours"], await TitlesAsync(session, [ours.Id, .. Enumerable.Repeat(Guid.Empty, wanted - 1)]));
        }

        var kept = await session.ReadAsync(
            (connection, token) => ScalarAsync<long>(
                connection, $"select max(generic_plans) from pg_prepared_statements where statement like '%{statement}%'", token),
            Cancellation);
        Assert.InRange(kept, 5, 11);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_standing_query_takes_the_values_of_each_time_also_where_another_was_the_same_by_chance(bool byChance)
    {
        var mine = await AddAsync(Owner, Draft(Office, "Mine"));
        var ours = await AddAsync(Owner, Draft(Office, "Ours"));
        await using var session = Store.OpenRead(Owner);

        Assert.Equal(byChance ? [] : ["Mine"], await FindAsync(mine.Id, without: byChance ? mine.Id : Guid.Empty));
        Assert.Equal(["Ours"], await FindAsync(ours.Id, without: mine.Id));
        Assert.Empty(await FindAsync(ours.Id, without: ours.Id));

        Task<IEnumerable<string>> FindAsync(Guid wanted, Guid without) => session.QueryAsync(
            async (db, token) => (await db.ReadStandingAsync(
                byChance, () => OneWithout(db, wanted, without), [wanted], RowColumns.All, byKey: true, token)).Select(note => note.Title),
            Cancellation);

        static IQueryable<Note> OneWithout(DocumentContext db, Guid wanted, Guid without) =>
            db.Visible<Note>().Where(note => note.Id == wanted && note.Id != without);
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

    private static Task<IEnumerable<string>> TitlesAsync(ReadSession session, Expression<Func<Note, bool>> wanted) => session.QueryAsync(
        async (db, token) => (await db.ReadAsync(db.Visible<Note>().Where(wanted), RowColumns.All, byKey: false, token))
            .Select(note => note.Title).Order(StringComparer.Ordinal).AsEnumerable(),
        Cancellation);

    private static Task<IEnumerable<string>> TitlesAsync(ReadSession session, Guid[] ids) => session.QueryAsync(
        async (db, token) => (await db.ReadVisibleByIdAsync<Note>(ids, RowColumns.All, token))
            .Select(note => note.Title).Order(StringComparer.Ordinal).AsEnumerable(),
        Cancellation);

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
