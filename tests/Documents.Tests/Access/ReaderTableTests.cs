using R2P.Tests;

namespace R2P.Documents.Tests.Access;

/// <summary>r2p.document_reader follows every change of a document, and its indexes serve under row-level security.</summary>
public sealed class ReaderTableTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly AccessContext Owner = Member(Office, "members");

    private const string Rows =
        """
        select coalesce(string_agg(concat_ws(' ', split_part(token, ':', 1), kind, published_at::date), ', ' order by token), '')
        from r2p.document_reader
        """;

    [Fact]
    public async Task It_has_one_row_for_each_current_reader()
    {
        var note = await AddAsync(Owner, Draft(Office, "A note", "state:KEN", "state:KEN"));
        Assert.Equal("office Note infinity, state Note infinity", await AskOwnerAsync<string>(Rows));

        await ChangeAsync(note.Id, 1, n =>
        {
            n.Readers = [n.Readers[0], "members"];
            n.PublishedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        });
        Assert.Equal("members Note 2026-03-01, office Note 2026-03-01", await AskOwnerAsync<string>(Rows));

        await ChangeAsync(note.Id, 2, n => n.Title = "Only the title");
        Assert.Equal("members Note 2026-03-01, office Note 2026-03-01", await AskOwnerAsync<string>(Rows));

        await ActAsync<Guid>(Owner, "delete from r2p.note returning id");
        Assert.Equal("", await AskOwnerAsync<string>(Rows));
    }

    [Fact]
    public async Task It_shows_a_viewer_the_rows_of_their_own_tokens_only()
    {
        await AddAsync(Owner, Draft(Office, "A note", "state:KEN", "members"));

        Assert.Equal(
            "members Note infinity", await AskAsync<string>(Member(Guid.CreateVersion7(), "members"), Rows));
    }

    [Theory]
    [InlineData("select count(*) from r2p.note where readers && array['state:S17']", "note_readers_idx")]
    [InlineData("select count(*) from r2p.note where search @@ to_tsquery('simple', 'word4321')", "note_search")]
    [InlineData(
        "select id from r2p.document_reader where token = 'state:S17' and kind = 'Note' order by published_at desc, id desc limit 10",
        "document_reader_pkey")]
    public async Task Its_indexes_serve_the_service_under_row_level_security(string query, string index)
    {
        await AskOwnerAsync<object>(
            """
            insert into r2p.note (id, owner_id, readers, version, language, created_at, updated_at, title, body)
            select gen_random_uuid(), gen_random_uuid(), array['state:S' || n % 500], 1, 'en', now(), now(),
                'word' || n, '{}'
            from generate_series(1, 20000) n;
            analyze r2p.note; analyze r2p.document_reader; select 0;
            """);

        var plan = await AskAsync<string>(
            Member(Guid.CreateVersion7(), "state:S17", "state:S321"), $"explain (format json) {query}");

        Assert.Contains($"\"Index Name\": \"{index}\"", plan, StringComparison.Ordinal);
    }

    private Task<int> ChangeAsync(Guid id, int version, Action<Note> change) => Store.WriteAsync(
        Owner,
        "reviseNote",
        async session =>
        {
            change((await session.LoadAsync<Note>(id, version, Cancellation))!);
            return 0;
        },
        Cancellation);
}
