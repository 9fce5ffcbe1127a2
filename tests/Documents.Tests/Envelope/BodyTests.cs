using Microsoft.EntityFrameworkCore;
using R2P.Tests;

namespace R2P.Documents.Tests.Envelope;

public sealed class BodyTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);

    [Fact]
    public async Task A_body_comes_back_as_it_went()
    {
        var note = await AddAsync(Owner, FullNote());

        await using var session = Store.OpenRead(Owner);
        var read = await session.QueryAsync((context, token) => context.Set<Note>().SingleAsync(token), Cancellation);

        Assert.Equivalent(note, read, strict: true);
        Assert.NotSame(note, read);
    }

    [Fact]
    public async Task A_body_is_stored_with_camelCase_names_and_enums_as_text()
    {
        await AddAsync(Owner, FullNote());

        Assert.Equal(
            """
            {"mood": "VERY_WORRIED", "tags": ["b6", "c2"], "summary": "What we saw", "findings": [{"seenOn": "2026-03-01", "evidence": [{"source": "field", "weight": "VERY_WORRIED"}], "factorCode": "RF2"}, {"seenOn": null, "evidence": [], "factorCode": "RF3"}], "pastMoods": ["CALM", "VERY_WORRIED"], "writtenAt": {"countryCode": "GHA"}, "earlierMood": null}
            """,
            await AskAsync<string>(Owner, "select body::text from r2p.note"));
    }

    [Fact]
    public async Task Linq_reaches_into_the_body()
    {
        await AddAsync(Owner, FullNote());
        await AddAsync(Owner, Draft(Office, "Empty"));

        await using var session = Store.OpenRead(Owner);
        var titles = await session.QueryAsync(
            (context, token) => context.Set<Note>()
                .Where(n => n.Body.Mood == Mood.VeryWorried
                    && n.Body.WrittenAt!.CountryCode == "GHA"
                    && n.Body.Findings.Any(f => f.FactorCode == "RF3")
                    && n.Body.Tags.Contains("c2"))
                .Select(n => n.Title + ": " + n.Body.Summary)
                .ToListAsync(token),
            Cancellation);

        Assert.Equal(["Full: What we saw"], titles);
    }

    [Fact]
    public async Task A_change_inside_a_nested_list_is_saved()
    {
        var note = await AddAsync(Owner, FullNote());

        await Store.WriteAsync(
            Owner,
            "reviseNote",
            async session =>
            {
                var loaded = await session.LoadAsync<Note>(note.Id, version: 1, Cancellation);
                loaded!.Body.Findings[0].Evidence[0].Source = "court";
                return 0;
            },
            Cancellation);

        Assert.Equal("court", await AskAsync<string>(Owner, "select body #>> '{findings,0,evidence,0,source}' from r2p.note"));
    }

    [Fact]
    public async Task Times_are_those_that_the_database_keeps()
    {
        var note = Draft(Office);
        note.PublishedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(1234567);

        await AddAsync(Owner, note);

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero).AddTicks(1234560), note.PublishedAt);
        Assert.Equal(0, note.CreatedAt.Ticks % TimeSpan.TicksPerMicrosecond);
        await using var session = Store.OpenRead(Owner);
        var read = await session.QueryAsync((context, token) => context.Set<Note>().SingleAsync(token), Cancellation);
        Assert.Equal((note.CreatedAt, note.PublishedAt), (read.CreatedAt, read.PublishedAt));
    }

    private static Note FullNote()
    {
        var note = Draft(Office, "Full");
        note.Body = new NoteBody
        {
            Summary = "What we saw",
            Mood = Mood.VeryWorried,
            PastMoods = [Mood.Calm, Mood.VeryWorried],
            Tags = ["b6", "c2"],
            WrittenAt = new Place { CountryCode = "GHA" },
            Findings =
            [
                new Finding
                {
                    FactorCode = "RF2",
                    SeenOn = new DateOnly(2026, 3, 1),
                    Evidence = [new Evidence { Source = "field", Weight = Mood.VeryWorried }],
                },
                new Finding { FactorCode = "RF3" },
            ],
        };
        return note;
    }
}
