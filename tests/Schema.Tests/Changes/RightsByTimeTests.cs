using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Changes;

/// <summary>Rights that begin at a moment, by nobody's act, begin for open streams, too.</summary>
public sealed class RightsByTimeTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Desk _desk = new(network);

    [Fact]
    public async Task A_stream_tells_what_an_appointment_opens_that_has_begun_meanwhile()
    {
        await AppointSoonAsync("observer", "KEN_FOCAL_POINT", seconds: 4);
        await using var observer = await Listener.StartAsync(network, "observer");
        await _desk.RingAsync();
        Assert.Equal(["ASSESSMENT_PUBLISHED 4 by CRI: Bell"], await observer.NextAsync(1));

        await Task.Delay(TimeSpan.FromSeconds(4.5), TestContext.Current.CancellationToken);
        await _desk.DraftAsync("kenya", "For the office");

        Assert.Equal(["ASSESSMENT_DRAFTED 1 by KEN: For the office"], await observer.NextAsync(1));
    }

    private async Task AppointSoonAsync(string persona, string office, int seconds)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            $"""
            insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers)
            select gen_random_uuid(), '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}', o.id, 'NATIONAL_CONTRIBUTOR', 'ACTIVE',
                now() + interval '{seconds} seconds', array['public']
            from r2p.office o where o.code = '{office}'
            """);
    }
}
