using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Assessments;

public sealed class TriggerNoteTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_contributor_erases_a_note_of_their_office_but_not_one_that_was_shared()
    {
        await ContributeAsync("observer", "KEN_FOCAL_POINT");
        var own = await NoteAsync(null);
        var shared = await NoteAsync(Personas.ToMembers);

        var refused = await _personas.RefusalAsync("observer", "eraseTriggerNote", "triggerNote", new { id = shared, version = 1 });
        Assert.Equal("NOT_ALLOWED", refused.GetProperty("code").GetString());
        var erased = await network.DataAsync(
            "observer", "mutation($id: ID!) { eraseTriggerNote(input: { id: $id, version: 1 }) { errors { code } } }", new { id = own });
        Assert.Equal("[]", erased.GetProperty("eraseTriggerNote").GetProperty("errors").GetRawText());
    }

    private async Task<string> NoteAsync(object? audience) => Personas.Id(await _personas.ActAsync(
        "kenya", "noteTrigger", "triggerNote", new { country = "KEN", trigger = "ELECTIONS", happensOn = "2099-08-09", note = "The vote is called.", audience },
        "id"));

    private async Task ContributeAsync(string persona, string office)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            $"""
            insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers)
            select gen_random_uuid(), '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}', o.id, 'NATIONAL_CONTRIBUTOR', 'ACTIVE', now(), array['public']
            from r2p.office o where o.code = '{office}'
            """);
    }
}
