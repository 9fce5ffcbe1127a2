using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Tests.Members;

namespace R2P.Schema.Tests.Access;

/// <summary>Somebody who holds two offices acts and reads for the one that the deed belongs to, whichever appointment is the older.</summary>
public sealed class TwoOfficesTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly object ToDesk = new { kind = "NAMED", organizations = new[] { "AU" } };
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task A_reading_is_the_office_s_that_the_document_was_open_to_and_so_is_the_recall()
    {
        await AlsoAppointAsync("au-desk", "DNK_FOCAL_POINT", "NATIONAL_FOCAL_POINT");
        var shared = await _personas.PublishPracticeAsync("ghana", ToDesk);

        await _personas.SeeAsync("au-desk", Personas.Id(shared), "title");

        var receipts = await _personas.SeeAsync("ghana", Personas.Id(shared), "receipts { office { code } }");
        Assert.Equal("""{"receipts":[{"office":{"code":"AU_R2P_DESK"}}]}""", receipts.GetRawText());
        await _personas.ActAsync("ghana", "withdrawDocument", "document", new { id = Personas.Id(shared), version = 3, reason = "Wrong" });
        Assert.Empty(await RecalledAsync("denmark"));
        Assert.Contains(Personas.Id(shared), await RecalledAsync("au-desk"));
    }

    [Fact]
    public async Task An_act_is_told_of_the_office_that_it_was_done_for()
    {
        await AlsoAppointAsync("au-desk", "DNK_FOCAL_POINT", "NATIONAL_FOCAL_POINT");
        var desk = (await network.DataAsync("au-desk", "{ viewer { appointments { office { id code } } } }"))
            .GetProperty("viewer").GetProperty("appointments").EnumerateArray().Select(held => held.GetProperty("office"))
            .First(office => office.GetProperty("code").GetString() == "AU_R2P_DESK").GetProperty("id").GetString();

        var draft = await _personas.ActAsync("au-desk", "proposePractice", "practice", new
        {
            office = desk, title = "Of the desk", policyOption = "POL_CONSTITUTIONAL_PROTECTION", pillar = "PILLAR_I", whatWasDone = "Councils.",
        });
        await _personas.ActAsync("au-desk", "approvePractice", "practice", Personas.Step(draft));

        var told = await _personas.SeeAsync("au-desk", Personas.Id(draft), "events(first: 2) { nodes { by { code } } }");
        Assert.Equal("""{"events":{"nodes":[{"by":{"code":"AU_R2P_DESK"}},{"by":{"code":"AU_R2P_DESK"}}]}}""", told.GetRawText());
    }

    private async Task<string?[]> RecalledAsync(string persona) =>
    [
        .. (await network.DataAsync(persona, "{ recalls(first: 100) { nodes { documentId } } }"))
            .GetProperty("recalls").GetProperty("nodes").EnumerateArray().Select(recall => recall.GetProperty("documentId").GetString()),
    ];

    /// <summary>An appointment older than every other.</summary>
    private async Task AlsoAppointAsync(string persona, string office, string role)
    {
        await using var database = await RawSql.OpenAsync(network.Database.OwnerConnectionString);
        await database.ExecuteAsync(
            $"""
            insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers)
            select '00000000-0000-7000-8000-000000000001', '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}', o.id, '{role}', 'ACTIVE', now() - interval '1 day', array['public']
            from r2p.office o where o.code = '{office}' on conflict do nothing
            """);
    }
}
