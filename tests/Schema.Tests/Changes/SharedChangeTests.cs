using System.Text.Json;
using Npgsql;
using R2P.Documents;
using R2P.Schema.SampleNetwork;
using R2P.Tests;

namespace R2P.Schema.Tests.Changes;

/// <summary>
/// What is answered once for many is what each would have been answered alone. A cursor is made anew by each execution, and so tells them apart.
/// </summary>
public sealed class SharedChangeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Told = "id type version at by { name } document { id title authors { displayName } owner { name party { code } } }";
    private static readonly (string Sign, string Name)[] Subjects = [("q.position", "log"), ("q.title", "assessment"), ("q.name", "office")];
    private readonly Desk _desk = new(network);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The second listener selects what depends on the viewer, and so is answered alone.</summary>
    [Fact]
    public async Task Every_persona_is_told_together_with_others_what_they_would_be_told_alone()
    {
        var pairs = new List<(string? Persona, Listener Together, Listener Alone)>();
        foreach (var persona in SamplePersonas.Names.Append<string?>(null))
        {
            pairs.Add((
                persona,
                await Listener.StartAsync(network, persona, fields: Told),
                await Listener.StartAsync(network, persona, fields: Told.Replace("title", "title viewerCan", StringComparison.Ordinal))));
        }

        var hearing = pairs.ConvertAll(pair => (pair.Persona, Together: UntilBellAsync(pair.Together), Alone: UntilBellAsync(pair.Alone)));
        await _desk.PublishNewAsync("ghana", "For the region", Desk.ToAfrica);
        await _desk.PublishNewAsync("kenya", "For members", new { kind = "MEMBERS" });
        await _desk.PublishNewAsync("denmark", "For some", new { kind = "NAMED", states = new[] { "KEN" }, organizations = new[] { "EU" } });
        await _desk.RingAsync();

        var told = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (persona, together, alone) in hearing)
        {
            Assert.Equal(await alone, await together);
            told[persona ?? "nobody"] = await together;
        }

        Assert.Single(told["nobody"]);
        Assert.Single(told["auditor"]);
        Assert.Equal(2, told["observer"].Length);
        Assert.Equal(3, told["kenya-contributor"].Length);
        Assert.Equal(3, told["au-desk"].Length);
        Assert.Equal(7, told["kenya"].Length);
        Assert.Contains("\"authors\":[]", told["auditor"][0], StringComparison.Ordinal);
        Assert.Contains("\"authors\":[{", told["observer"][^1], StringComparison.Ordinal);
        await DisposeAsync(pairs.SelectMany(pair => new[] { pair.Together, pair.Alone }));
    }

    [Fact]
    public async Task Those_between_whom_nothing_differs_share_one_execution_and_nobody_else_does()
    {
        Listener[] listeners =
        [
            await Listener.StartAsync(network, "denmark"),
            await Listener.StartAsync(network, "observer"),
            await Listener.StartAsync(network, "costa-rica"),
            await Listener.StartAsync(network, "auditor"),
            await Listener.StartAsync(network, "denmark", "changes(kinds: [ASSESSMENT, LESSON])"),
            await Listener.StartAsync(network, "denmark", fields: Listener.Fields + " at"),
            await Listener.StartAsync(network, "denmark", fields: Listener.Fields + " document { viewerCan }"),
            await Listener.StartAsync(network, "denmark", fields: Listener.Fields + " document { viewerCan }"),
        ];
        await HearAsync(listeners, () => _desk.PublishNewAsync("kenya", "First", Desk.ToAll));
        await HearAsync(listeners, () => _desk.PublishNewAsync("kenya", "Second", Desk.ToAll));

        var cursors = await HearAsync(listeners, () => _desk.PublishNewAsync("kenya", "Third", Desk.ToAll));

        Assert.Equal(cursors[0], cursors[1]);
        Assert.Equal(cursors[0], cursors[2]);
        Assert.Equal(cursors.Length - 2, cursors.Distinct(StringComparer.Ordinal).Count());
        await DisposeAsync(listeners);
    }

    [Fact]
    public async Task Who_waits_for_the_next_is_told_past_the_stream_unless_they_have_to_be_answered_alone()
    {
        Listener[] listeners =
        [
            await Listener.StartAsync(network, "denmark"), await Listener.StartAsync(network, null),
            await Listener.StartAsync(network, "denmark", fields: Listener.Fields + " document { viewerCan }"),
        ];
        for (var number = 1; number < 20 && listeners[..2].Any(listener => listener.ToldAtOnce == 0); number++)
        {
            await HearAsync(listeners, () => _desk.PublishNewAsync("kenya", $"Told {number}", Desk.ToAll));
        }

        Assert.All(listeners[..2], listener => Assert.NotEqual(0, listener.ToldAtOnce));
        Assert.Equal(0, listeners[2].ToldAtOnce);
        await DisposeAsync(listeners);
    }

    /// <summary>A member of the network and somebody who is none see a public document by different tokens.</summary>
    [Fact]
    public async Task What_several_are_told_of_one_event_is_read_in_one_round_trip()
    {
        const string told = "cursor type by { name } document { id title kind }";
        Listener[] listeners =
        [
            await Listener.StartAsync(network, "denmark", fields: told), await Listener.StartAsync(network, "auditor", fields: told),
        ];
        var id = "";
        await HearAsync(listeners, async () => id = await _desk.PublishNewAsync("ghana", "Read once", Desk.ToAll));
        await HearAsync(listeners, () => TellAsync(id, 5, 5));

        using var sent = new SentStatements(new NpgsqlConnectionStringBuilder(network.Database.ServiceConnectionString).Database);
        var cursors = await HearAsync(listeners, () => TellAsync(id, 6, 6));

        Assert.NotEqual(cursors[0], cursors[1]);
        var read = Assert.Single(sent.Trips, trip => trip.Contains("q.position", StringComparison.Ordinal)).Split(";\n");
        Assert.Equal(
            ["log", "assessment", "office", "log", "assessment", "office"],
            read.Select(statement => Subjects.FirstOrDefault(subject => statement.Contains(subject.Sign, StringComparison.Ordinal)).Name).OfType<string>());
        Assert.DoesNotContain(read, statement => statement.Contains("q.body", StringComparison.Ordinal));
        Assert.DoesNotContain(read, statement => statement.Contains(".id = e.document_id", StringComparison.Ordinal));
        Assert.DoesNotContain(sent.Trips, trip => trip.StartsWith("select position, epoch", StringComparison.Ordinal));
        await DisposeAsync(listeners);
    }

    /// <summary>Each reading of a document that was shared by name is on record with who read, whoever else reads the same, and at the same time.</summary>
    [Fact]
    public async Task A_restricted_document_is_told_once_and_recorded_once_for_each_person()
    {
        Listener[] listeners =
        [
            await Listener.StartAsync(network, "kenya"),
            await Listener.StartAsync(network, "kenya"),
            await Listener.StartAsync(network, "eu-desk"),
            await Listener.StartAsync(network, "eu-desk"),
            await Listener.StartAsync(network, "eu-desk"),
            await Listener.StartAsync(network, "denmark"),
        ];
        var id = await ShareByNameAsync(listeners);
        var before = await ReadersAsync(id);

        using var sent = new SentStatements(new NpgsqlConnectionStringBuilder(network.Database.ServiceConnectionString).Database);
        var cursors = await HearAsync(listeners, () => TellByNameAsync(id));

        Assert.Equal(cursors[0], cursors[1]);
        Assert.Equal(cursors[2], cursors[3]);
        Assert.Equal(cursors[2], cursors[4]);
        Assert.Equal(3, cursors.Distinct(StringComparer.Ordinal).Count());
        var readers = await ReadersAsync(id);
        Assert.Equal(["DNK_FOCAL_POINT", "EU_R2P_DESK", "KEN_FOCAL_POINT"], readers.Skip(before.Length).Order(StringComparer.Ordinal));
        Assert.Single(sent.Trips, trip => trip.Contains("q.position", StringComparison.Ordinal));
        Assert.Single(sent.Trips, trip => trip.Contains("q.title", StringComparison.Ordinal));
        await DisposeAsync(listeners);
    }

    /// <summary>The document is read together with what happened to it; then it turns out that the one is not wanted, or that the other is all there is to tell.</summary>
    [Fact]
    public async Task A_restricted_document_that_is_read_but_not_shown_is_not_on_record()
    {
        Listener[] listeners = [await Listener.StartAsync(network, "kenya"), await Listener.StartAsync(network, "denmark", fields: "cursor type")];
        await using var picky = await Listener.StartAsync(network, "eu-desk", """changes(where: { title: { eq: "Last" } })""");
        var id = await ShareByNameAsync(listeners);
        await HearAsync([.. listeners, picky], () => _desk.PublishNewAsync("costa-rica", "Last", Desk.ToAll));
        var before = await ReadersAsync(id);

        await HearAsync(listeners, () => TellByNameAsync(id));
        await HearAsync(listeners, () => TellByNameAsync(id, "DOCUMENT_RECALLED"));
        await HearAsync([.. listeners, picky], () => _desk.PublishNewAsync("costa-rica", "Last", Desk.ToAll));

        Assert.Equal(["KEN_FOCAL_POINT"], (await ReadersAsync(id)).Skip(before.Length));
        await DisposeAsync(listeners);
    }

    [Theory]
    [InlineData("update r2p.membership set left_on = current_date where party_id = $1 and body_id in (select id from r2p.party where code = 'AU')")]
    [InlineData("update r2p.appointment set ends_at = now() + interval '1 second' where role = 'NATIONAL_FOCAL_POINT' and office_id in (select id from r2p.office where party_id = $1)")]
    public async Task Whose_rights_change_is_told_no_more_with_the_others(string change)
    {
        await using var own = await OwnNetworkAsync();
        var desk = new Desk(own);
        await using var ghana = await Listener.StartAsync(own, "ghana");
        await using var au = await Listener.StartAsync(own, "au-desk");
        await HearAsync([ghana, au], () => desk.PublishNewAsync("kenya", "Before", Desk.ToAfrica));
        await HearAsync([ghana, au], () => desk.PublishNewAsync("kenya", "Once more", Desk.ToAfrica));
        Task<JsonElement?> atGhana = ghana.ResponseAsync(), atAu = au.ResponseAsync();

        await ChangeAsync(own, change);
        await desk.PublishNewAsync("kenya", "After", Desk.ToAfrica);
        await desk.RingAsync();

        Assert.Contains("After", (await atAu)!.Value.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("After", (await atGhana)!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_makes_tokens_is_counted_when_it_changes()
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            """
            with recursive source as (
                select 'r2p\.' || p.proname as pattern, p.prosrc from pg_proc p where p.pronamespace = 'r2p'::regnamespace
                union all
                select v.relname, pg_get_viewdef(v.oid) from pg_class v where v.relnamespace = 'r2p'::regnamespace and v.relkind = 'v'
            ),
            called as (
                select p.prosrc from pg_proc p where p.oid = 'r2p.viewer(text, text)'::regprocedure
                union
                select s.prosrc from called c, source s where c.prosrc ~ ('\m' || s.pattern || '\M')
            )
            select array_agg(distinct t.relname::text order by t.relname::text) filter (where not exists (
                    select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'count_access_change')),
                count(distinct t.oid)
            from called c, pg_class t
            where t.relnamespace = 'r2p'::regnamespace and t.relkind = 'r' and c.prosrc ~ ('\m' || t.relname || '\M')
            """);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        await reader.ReadAsync(Cancellation);

        Assert.True(
            await reader.IsDBNullAsync(0, Cancellation), "Not counted: " + string.Join(", ", reader.IsDBNull(0) ? [] : reader.GetFieldValue<string[]>(0)));
        Assert.Equal(9, reader.GetInt64(1));
    }

    [Fact]
    public async Task Who_is_slow_holds_nobody_back()
    {
        const int count = 300;
        var id = await _desk.PublishNewAsync("ghana", "Busy", Desk.ToAll);
        var field = $"""documentChanged(id: "{id}")""";
        await using var slow = await Listener.StartAsync(network, "denmark", field);
        await using var quick = await Listener.StartAsync(network, "observer", field);
        await HearAsync([slow, quick], () => TellAsync(id, 1, 1));

        var hearing = Task.Run(async () => await quick.NextAsync(count), Cancellation);
        await TellAsync(id, 2, count);
        await TellAsync(id, count + 1, count + 1);

        var versions = Enumerable.Range(2, count).Select(version => $"DOCUMENT_TRANSLATED {version} by GHA: Busy").ToArray();
        Assert.Equal(versions, await hearing);
        Assert.Equal(versions, await slow.NextAsync(count));
    }

    private static async Task<string[]> UntilBellAsync(Listener listener)
    {
        var told = new List<string>();
        do
        {
            told.Add((await listener.NextAsync()).ToString());
            told[^1] = System.Text.RegularExpressions.Regex.Replace(told[^1], ",\"viewerCan\":\\[[^]]*\\]", "", default, TimeSpan.FromSeconds(1));
        }
        while (!told[^1].Contains("\"Bell\"", StringComparison.Ordinal) || !told[^1].Contains("PUBLISHED", StringComparison.Ordinal));

        return [.. told];
    }

    /// <summary>The cursors by which the listeners, all of whom wait already, hear of what is done.</summary>
    private static async Task<string[]> HearAsync(Listener[] listeners, Func<Task> act)
    {
        var hearing = Array.ConvertAll(listeners, listener => listener.NextAsync());
        await act();
        return [.. (await Task.WhenAll(hearing)).Select(change => change.GetProperty("cursor").GetString()!)];
    }

    /// <summary>An assessment of Ghana that all of them have heard of by name.</summary>
    private async Task<string> ShareByNameAsync(Listener[] listeners)
    {
        var named = new { kind = "NAMED", states = new[] { "KEN", "DNK" }, organizations = new[] { "EU" } };
        var id = "";
        await HearAsync(listeners, () => _desk.PublishNewAsync("costa-rica", "First", Desk.ToAll));
        await HearAsync(listeners, async () => id = await _desk.PublishNewAsync("ghana", "By name", named));
        return id;
    }

    private Task TellByNameAsync(string id, string type = "DOCUMENT_TRANSLATED") => _desk.ActAsync("ghana", act =>
    {
        act.Session.Append(new DocumentEvent(type, ["state:KEN", "state:DNK", "org:EU"])
        {
            DocumentId = Desk.KeyOf(id), DocumentKind = "ASSESSMENT", Version = 4,
        });
        return Task.CompletedTask;
    });

    /// <summary>The offices for which the document was read, in the order of the records.</summary>
    private async Task<string[]> ReadersAsync(string id)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            """
            select coalesce(array_agg(o.code order by r.id), '{}')
            from r2p.reading r join r2p.office o on o.id = r.office_id where $1 = any(r.document_ids)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Desk.KeyOf(id) });
        return (string[])(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task DisposeAsync(IEnumerable<Listener> listeners)
    {
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }
    }

    /// <summary>Changes something of the State of Ghana, unannounced; answers when the change has come into force.</summary>
    private static async Task ChangeAsync(NetworkFixture network, string change)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(change);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = R2P.Schema.Members.ReferenceId.Party("GHA") });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        await using var wait = source.CreateCommand("select pg_sleep(1.1)");
        await wait.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<NetworkFixture> OwnNetworkAsync()
    {
        var own = new NetworkFixture(network.Postgres);
        await own.InitializeAsync();
        return own;
    }

    private Task TellAsync(string id, int first, int last) => _desk.ActAsync("ghana", act =>
    {
        for (var version = first; version <= last; version++)
        {
            act.Session.Append(new DocumentEvent("DOCUMENT_TRANSLATED", ["public"])
            {
                DocumentId = Desk.KeyOf(id), DocumentKind = "ASSESSMENT", Version = version,
            });
        }

        return Task.CompletedTask;
    });
}
