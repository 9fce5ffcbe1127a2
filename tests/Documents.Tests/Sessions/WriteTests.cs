using Microsoft.EntityFrameworkCore;
using R2P.Tests;

namespace R2P.Documents.Tests.Sessions;

public sealed class WriteTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);

    [Fact]
    public async Task Of_two_writers_at_the_same_moment_one_wins_and_the_other_learns_the_version()
    {
        var note = await AddAsync(Owner, Draft(Office));
        using var bothLoaded = new Barrier(2);

        var outcomes = await Task.WhenAll(
            Task.Run(() => TryReviseAsync("Left")), Task.Run(() => TryReviseAsync("Right")));

        var conflict = Assert.IsType<StaleVersionException>(Assert.Single(outcomes, o => o is not null));
        Assert.Equal((note.Id, 2), (conflict.DocumentId, conflict.CurrentVersion));
        Assert.Equal($"Document {note.Id} was changed meanwhile; its version is 2 now.", conflict.Message);
        Assert.Equal(2, await AskAsync<int>(Owner, "select version from r2p.note"));
        Assert.Equal(1, await AskAsync<long>(Owner, "select count(*) from r2p.revision"));

        async Task<Exception?> TryReviseAsync(string title) => await Record.ExceptionAsync(() => Store.WriteAsync(
            Owner,
            "reviseNote",
            async session =>
            {
                var loaded = await session.LoadAsync<Note>(note.Id, version: 1, Cancellation);
                bothLoaded.SignalAndWait(Cancellation);
                loaded!.Title = title;
                return 0;
            },
            Cancellation));
    }

    [Fact]
    public async Task A_version_that_is_stale_from_the_start_is_refused_before_the_work()
    {
        var note = await AddAsync(Owner, Draft(Office));
        await ReviseAsync(Owner, note.Id, 1);

        var conflict = await Assert.ThrowsAsync<StaleVersionException>(() => ReviseAsync(Owner, note.Id, 1));

        Assert.Equal(2, conflict.CurrentVersion);
    }

    [Fact]
    public async Task Whoever_may_read_but_not_write_is_refused()
    {
        var note = await AddAsync(Owner, Draft(Office, "A note", "members"));

        var refused = await Assert.ThrowsAsync<WriteRefusedException>(
            () => ReviseAsync(Member(Guid.CreateVersion7(), "members"), note.Id, 1));

        Assert.Equal(note.Id, refused.DocumentId);
    }

    [Fact]
    public async Task What_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Store.WriteAsync<int>(
            Owner,
            "draftNote",
            async session =>
            {
                session.Context.Add(Draft(Office));
                session.Append(new DocumentEvent("Drafted", ["public"]));
                await session.Context.SaveChangesAsync(Cancellation);
                throw new TimeZoneNotFoundException();
            },
            Cancellation));

        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from r2p.note"));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from r2p.event"));
    }

    [Fact]
    public async Task An_event_carries_who_did_it_and_its_content()
    {
        var id = Guid.CreateVersion7();
        await Store.WriteAsync(
            Owner,
            "draftNote",
            session =>
            {
                session.Append(new DocumentEvent("Drafted", ["office:x", "members"])
                {
                    DocumentId = id,
                    DocumentKind = "Note",
                    Version = 1,
                    Data = System.Text.Json.JsonElement.Parse("""{"title":"Ŝtato"}"""),
                });
                return Task.FromResult(0);
            },
            Cancellation);

        await using var session = Store.OpenRead(Member(Guid.CreateVersion7(), "members"));
        var stored = await session.QueryAsync((context, token) => context.Set<StoredEvent>().SingleAsync(token), Cancellation);

        Assert.Equal(
            ("Drafted", id, "Note", 1, Owner.PersonId, Office, """{"title": "Ŝtato"}"""),
            (stored.Type, stored.DocumentId, stored.DocumentKind, stored.Version, stored.PersonId, stored.OfficeId, stored.Data));
        Assert.Equal(["office:x", "members"], stored.Readers);
    }

    [Fact]
    public async Task Seeding_goes_beyond_row_level_security()
    {
        await Store.SeedAsync(
            AccessContext.Anonymous,
            "seed",
            session =>
            {
                session.Context.Add(Draft(Office));
                return Task.FromResult(0);
            },
            Cancellation);

        Assert.Equal(1, await AskAsync<long>(Owner, "select count(*) from r2p.note"));
    }

    private Task<int> ReviseAsync(AccessContext access, Guid id, int version) => Store.WriteAsync(
        access,
        "reviseNote",
        async session =>
        {
            (await session.LoadAsync<Note>(id, version, Cancellation))!.Title += "!";
            return 0;
        },
        Cancellation);
}
