using Microsoft.EntityFrameworkCore;
using R2P.Tests;

namespace R2P.Documents.Tests.Access;

public sealed class RevisionTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office);
    private static readonly AccessContext Other = Member(Guid.CreateVersion7(), "members");
    private const string CountRevisions = "select count(*) from r2p.revision";

    [Fact]
    public async Task A_change_keeps_the_whole_previous_document_with_who_what_and_why()
    {
        var note = await AddAsync(Owner, Draft(Office, "First"));
        await ReviseAsync(note.Id, 1, "Second", reason: "New facts");

        await using var session = Store.OpenRead(Owner);
        var revision = await session.QueryAsync(
            (context, token) => context.Set<Revision>().SingleAsync(token), Cancellation);

        Assert.Equal(
            (note.Id, 1, "Note", "reviseNote", "New facts", Owner.PersonId, Office),
            (revision.DocumentId, revision.Version, revision.Kind, revision.Act, revision.Reason, revision.ReplacedBy, revision.OwnerId));
        var now = await session.QueryAsync((context, token) => context.Set<Note>().SingleAsync(token), Cancellation);
        Assert.Equal((2, "Second", revision.ReplacedAt), (now.Version, now.Title, now.UpdatedAt));
    }

    [Fact]
    public async Task A_revision_is_a_row_of_its_kind_again()
    {
        var note = Draft(Office, "First", "state:KEN");
        note.Body.Tags.Add("b6");
        await AddAsync(Owner, note);
        await ReviseAsync(note.Id, 1, "Second");

        await using var session = Store.OpenRead(Owner);
        var old = await session.QueryAsync(
            (context, token) => context.Set<Note>()
                .FromSql($"select (jsonb_populate_record(null::r2p.note, document)).* from r2p.revision where version = 1")
                .SingleAsync(token),
            Cancellation);

        Assert.Equal(("First", 1, "b6"), (old.Title, old.Version, old.Body.Tags.Single()));
        Assert.Equal(note.CreatedAt, old.CreatedAt);
    }

    [Fact]
    public async Task A_revision_keeps_the_readers_that_it_had()
    {
        var note = await AddAsync(Owner, Draft(Office, "In confidence"));
        await ReviseAsync(note.Id, 1, "For members", change: n => n.Readers = [.. n.Readers, "members"]);
        await ReviseAsync(note.Id, 2, "Corrected for members");

        Assert.Equal(
            "For members", await AskAsync<string>(Other, "select string_agg(document ->> 'title', ', ') from r2p.revision"));
        Assert.Equal(2, await AskAsync<long>(Owner, CountRevisions));
    }

    [Fact]
    public async Task A_deleted_document_leaves_its_last_state()
    {
        var note = await AddAsync(Owner, Draft(Office, "Last"));

        await ActAsync<Guid>(Owner, $"delete from r2p.note where id = '{note.Id}' returning id");

        Assert.Equal("Last", await AskAsync<string>(Owner, "select document ->> 'title' from r2p.revision where version = 1"));
    }

    [Fact]
    public async Task A_change_that_does_not_raise_the_version_is_refused()
    {
        var note = await AddAsync(Owner, Draft(Office));

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => ActAsync<Guid>(Owner, "update r2p.note set title = 'quietly' returning id"));

        Assert.Equal($"A change of document {note.Id} must raise its version by one, from 1.", refused.MessageText);
    }

    [Fact]
    public async Task The_owner_s_office_recalls_or_opens_past_versions_and_nobody_else_does()
    {
        var note = await AddAsync(Owner, Draft(Office, "First", "members"));
        await ReviseAsync(note.Id, 1, "Second");
        await ReviseAsync(note.Id, 2, "Third");

        Assert.Equal(0, await ActAsync<int>(Other, $"select r2p.set_revision_readers('{note.Id}', null, array['public'])"));
        Assert.Equal(0, await AskAsync<long>(AccessContext.Anonymous, CountRevisions));

        Assert.Equal(2, await ActAsync<int>(
            Owner, $"select r2p.set_revision_readers('{note.Id}', null, array['office:{Office}'])"));
        Assert.Equal(0, await AskAsync<long>(Other, CountRevisions));

        Assert.Equal(1, await ActAsync<int>(
            Owner, $"select r2p.set_revision_readers('{note.Id}', 1, array['office:{Office}', 'members'])"));
        Assert.Equal(1, await AskAsync<long>(Other, CountRevisions));
    }

    [Fact]
    public async Task Erasure_wipes_document_revisions_and_content_of_events_and_keeps_when_and_why()
    {
        var note = await AddAsync(Owner, Draft(Office, "Secret name", "members"));
        await ReviseAsync(note.Id, 1, "Secret name again", append: true);

        Assert.False(await ActAsync<bool>(Other, $"select r2p.erase_document('{note.Id}', 'not mine')"));
        Assert.True(await ActAsync<bool>(Owner, $"select r2p.erase_document('{note.Id}', 'asked by the person')"));

        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from r2p.note"));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from r2p.document_reader"));
        Assert.Equal(0, await AskOwnerAsync<long>(CountRevisions));
        Assert.Equal("{}", await AskOwnerAsync<string>("select data::text from r2p.event"));
        Assert.Equal(
            $"{note.Id} Note asked by the person {Owner.PersonId}",
            await AskAsync<string>(Other, "select concat_ws(' ', document_id, kind, reason, person_id) from r2p.erasure"));
    }

    private Task<int> ReviseAsync(
        Guid id, int version, string title, string? reason = null, Action<Note>? change = null, bool append = false) =>
        Store.WriteAsync(
            Owner,
            "reviseNote",
            async session =>
            {
                session.Reason = reason;
                var note = await session.LoadAsync<Note>(id, version, Cancellation);
                note!.Title = title;
                change?.Invoke(note);
                if (append)
                {
                    var data = System.Text.Json.JsonElement.Parse($$"""{"title":"{{title}}"}""");
                    session.Append(new DocumentEvent("Revised", note.Readers) { DocumentId = id, Data = data });
                }

                return 0;
            },
            Cancellation);
}
