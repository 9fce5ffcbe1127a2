using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Changes;

/// <summary>Rights that begin or end at a moment, by nobody's act, do so for open streams, too: at that moment, though nothing happens then.</summary>
public sealed class RightsByTimeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    /// <summary>A second, and another one for a machine that has much else to do.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private readonly Desk _desk = new(network);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_tells_what_an_appointment_opens_that_has_begun_meanwhile()
    {
        await AppointSoonAsync("observer", "KEN_FOCAL_POINT", seconds: 4);
        await using var observer = await Listener.StartAsync(network, "observer");
        await _desk.RingAsync();
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by CRI: Bell"], await observer.NextAsync(1));

        await Task.Delay(TimeSpan.FromSeconds(4.5), Cancellation);
        await _desk.DraftAsync("kenya", "For the office");

        Assert.Equal(["ASSESSMENT_DRAFTED 1 by KEN: For the office"], await observer.NextAsync(1));
    }

    [Fact]
    public async Task A_stream_ends_when_the_last_day_of_its_appointment_does()
    {
        await using var desk = await Listener.StartAsync(network, "au-desk");
        await _desk.RingAsync();
        await desk.NextAsync();
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await EndSoonAsync(database, "au-desk", seconds: 2);
        await ChangeAccessAsync(network);

        var told = await desk.ResponseAsync();

        Assert.Contains("Your appointment has ended.", told!.Value.ToString(), StringComparison.Ordinal);
        Assert.InRange(await SinceEndAsync(database, "au-desk"), TimeSpan.Zero, AtOnce);
        Assert.Null(await desk.ResponseAsync());
    }

    /// <summary>Memberships count by days. Here a day ends when the test needs it to: the database's zone is set so.</summary>
    [Fact]
    public async Task A_stream_ends_with_the_day_on_which_a_membership_does()
    {
        await using var own = new NetworkFixture(network.Postgres);
        await own.InitializeAsync();
        await using var database = await RawSql.OpenAsync(own.Database.OwnerConnectionString);
        await LetTheDayEndAsync(database, own, seconds: 9);
        await database.ExecuteAsync(
            """
            update r2p.membership set left_on = current_date + 1
            where party_id = (select id from r2p.party where code = 'GHA') and body_id = (select id from r2p.party where code = 'AU')
            """);
        await using var ghana = await Listener.StartAsync(own, "ghana");
        await using var kenya = await Listener.StartAsync(own, "kenya");
        await new Desk(own).RingAsync();
        await Task.WhenAll(ghana.NextAsync(), kenya.NextAsync());

        var stays = kenya.NextAsync();
        var told = await ghana.ResponseAsync();

        Assert.Contains("AU opens nothing to you any more.", told!.Value.ToString(), StringComparison.Ordinal);
        Assert.InRange(await database.ScalarAsync<TimeSpan>("select clock_timestamp() - date_trunc('day', clock_timestamp())"), TimeSpan.Zero, AtOnce);
        await new Desk(own).RingAsync();
        Assert.Equal("ASSESSMENT_PUBLISHED 4 by CRI: Bell", Listener.Words(await stays));
    }

    [Fact]
    public async Task An_inbox_shows_what_an_appointment_brings_when_it_begins()
    {
        await AppointSoonAsync("civil-society-kenya", "KEN_FOCAL_POINT", seconds: 3, "NATIONAL_FOCAL_POINT");
        await using var inbox = await Listener.StartAsync(network, "civil-society-kenya", "inboxChanged", "items { reason }");
        Assert.DoesNotContain("ALERT_TO_ACKNOWLEDGE", (await inbox.NextAsync()).ToString(), StringComparison.Ordinal);

        Assert.Contains("ALERT_TO_ACKNOWLEDGE", (await inbox.NextAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_comes_for_many_streams_costs_a_statement_or_two()
    {
        const int streams = 200;
        await using var own = new NetworkFixture(network.Postgres);
        await own.InitializeAsync();
        await using var database = await RawSql.OpenAsync(own.Database.OwnerConnectionString);
        await CountQuestionsAsync(database);
        var listeners = new List<Listener>();
        for (var i = 0; i < streams; i++)
        {
            listeners.Add(await Listener.StartAsync(own, SamplePersonas.Names[i % SamplePersonas.Names.Count]));
        }

        var hearing = listeners.ConvertAll(listener => listener.ResponseAsync());
        await EndSoonAsync(database, "eu-desk", seconds: 4);
        await ChangeAccessAsync(own);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        var before = await database.ScalarAsync<long>("select last_value from r2p.questions");

        var ended = hearing.Where((_, i) => SamplePersonas.Names[i % SamplePersonas.Names.Count] == "eu-desk").ToArray();
        foreach (var told in await Task.WhenAll(ended))
        {
            Assert.Contains("Your appointment has ended.", told!.Value.ToString(), StringComparison.Ordinal);
        }

        Assert.InRange(await database.ScalarAsync<long>("select last_value from r2p.questions") - before, 1, 3);
        Assert.Equal(streams - ended.Length, hearing.Count(told => !told.IsCompleted));
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }
    }

    private static Task EndSoonAsync(RawSql database, string persona, int seconds) => database.ExecuteAsync(
        $"""
        update r2p.appointment set ends_at = clock_timestamp() + interval '{seconds} seconds'
        where person_id = '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}'
        """);

    private static Task<TimeSpan> SinceEndAsync(RawSql database, string persona) => database.ScalarAsync<TimeSpan>(
        $"select clock_timestamp() - ends_at from r2p.appointment where person_id = '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}'");

    /// <summary>Somebody's rights have changed: everybody looks again, and so learns of the next date.</summary>
    private static Task ChangeAccessAsync(NetworkFixture network) => new Desk(network).ActAsync("secretariat", act =>
    {
        act.Session.Append(new DocumentEvent("APPOINTMENT_ENDED", []) { ChangesAccess = true });
        return Task.CompletedTask;
    });

    /// <summary>At the first full minute after so many seconds: zones know no seconds. PostgreSQL takes none that is 16 hours or more from UTC.</summary>
    private static async Task LetTheDayEndAsync(RawSql database, NetworkFixture network, int seconds)
    {
        var zone = await database.ScalarAsync<string>(
            $"""
            select case when ends > 720 then '<T>-' else '<T>+' end || to_char(make_interval(mins => least(ends, 1440 - ends)), 'HH24:MI')
            from mod(ceil(({seconds} + extract(epoch from (now() at time zone 'UTC')::time)) / 60)::int, 1440) ends
            """);
        await database.ExecuteAsync($"do $$ begin execute format('alter database %I set timezone = %L', current_database(), '{zone}'); end $$");
        await database.ExecuteAsync($"set timezone = '{zone}'");
        network.Services.GetRequiredService<DocumentStore>().Service.Clear();
    }

    /// <summary>Counts how often the database is asked for those who follow.</summary>
    private static Task CountQuestionsAsync(RawSql database) => database.ExecuteAsync(
        """
        create sequence r2p.questions;
        alter function r2p.viewers_as_of(text[], text[]) rename to uncounted_viewers;
        create function r2p.viewers_as_of(issuers text[], subjects text[])
        returns table (place bigint, person_id uuid, display_name text, tokens text[], appointments jsonb, epoch bigint, valid_until timestamptz)
        language plpgsql security definer as $$
        begin
            perform nextval('r2p.questions');
            return query select * from r2p.uncounted_viewers(issuers, subjects);
        end
        $$;
        """);

    private async Task AppointSoonAsync(string persona, string office, int seconds, string role = "NATIONAL_CONTRIBUTOR")
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            $"""
            insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers)
            select gen_random_uuid(), '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}', o.id, '{role}', 'ACTIVE',
                now() + interval '{seconds} seconds', array['public']
            from r2p.office o where o.code = '{office}'
            """);
    }
}
