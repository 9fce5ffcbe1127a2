using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using R2P.GraphQL.Types;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Members;

/// <summary>What the database refuses even to SQL that the service itself never sends.</summary>
public sealed class AppointmentWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private static readonly string KenyaOffice = $"'{ReferenceId.Office("KEN_FOCAL_POINT")}'";
    private static readonly string Ghana = $"'{ReferenceId.Of("person", SamplePersonas.SubjectOf("ghana"))}'";
    private static readonly string Kenya = $"'{ReferenceId.Of("person", SamplePersonas.SubjectOf("kenya"))}'";
    private static readonly string GhanasAppointment = $"'{ReferenceId.Of("appointment", SamplePersonas.SubjectOf("ghana"))}'";

    private static readonly string Global = $"'{ReferenceId.Party("GLOBAL_NETWORK_R2P_FOCAL_POINTS")}'";
    private static readonly string Senegal = $"'{ReferenceId.Party("SEN")}'";

    public static TheoryData<string> Forgeries => new()
    {
        $"insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers) values (gen_random_uuid(), {Ghana}, {KenyaOffice}, 'NATIONAL_FOCAL_POINT', 'ACTIVE', now(), '{{public}}')",
        $"insert into r2p.appointment (id, person_id, office_id, role, status, starts_at, readers) values (gen_random_uuid(), {Ghana}, {KenyaOffice}, 'NATIONAL_FOCAL_POINT', 'PROPOSED', now(), '{{public}}')",
        $"update r2p.appointment set office_id = {KenyaOffice} where id = {GhanasAppointment}",
        "update r2p.appointment set status = 'ACTIVE', ends_at = null",
        "delete from r2p.appointment",
        $"insert into r2p.identity (issuer, subject, person_id) values ('x', 'y', {Kenya})",
        $"insert into r2p.identity_claim (issuer, subject, person_id) values ('x', 'y', {Kenya})",
        "select * from r2p.identity",
        "select * from r2p.identity_claim",
        "update r2p.person set display_name = 'x'",
        "update r2p.office set accredited_by = party_id",
        "update r2p.membership set left_on = null",
        "update r2p.party set kind = 'NETWORK'",
        $"select r2p.settle_identity({Kenya})",
        $"select * from r2p.active_appointments({Kenya})",
        $"select r2p.propose_appointment(gen_random_uuid(), {KenyaOffice}, {Ghana}, null, null, null, 'NATIONAL_FOCAL_POINT', now(), null)",
        $"select r2p.propose_appointment(gen_random_uuid(), '{ReferenceId.Office("GHA_FOCAL_POINT")}', {Ghana}, null, null, null, 'AUDITOR', now(), null)",
        $"insert into r2p.invitation (id, body_id, party_id, message, rights, invited_by, invited_at, readers) values (gen_random_uuid(), {Global}, {Senegal}, 'x', 'READS', {Ghana}, now(), '{{public}}')",
        "update r2p.invitation set status = 'ACCEPTED'",
        $"select r2p.record_membership(gen_random_uuid(), {Senegal}, {Global}, current_date, 'READS')",
        $"select r2p.invite_member(gen_random_uuid(), {Global}, {Senegal}, 'x', 'READS', now())",
        $"select r2p.suspend_appointment('{ReferenceId.Of("appointment", SamplePersonas.SubjectOf("kenya"))}', 1)",
        $"select r2p.describe_network({Global}, '{{en}}', null)",
        $"select r2p.open_office(gen_random_uuid(), 'FORGED', 'x', {Senegal}, null)",
        $"select r2p.keeps_members({Ghana}, {Global})",
        "select r2p.register_organization(gen_random_uuid(), gen_random_uuid(), 'FORGED', 'x', null)",
        $"select r2p.accredit_office({KenyaOffice})",
        $"insert into r2p.pairing (id, network_id, newcomer_id, peer_id, purpose, status, newcomer_agreed, peer_agreed, proposed_at, version, readers) values (gen_random_uuid(), {Global}, {KenyaOffice}, {KenyaOffice}, 'x', 'ACTIVE', true, true, now(), 1, '{{public}}')",
        "update r2p.pairing set purpose = 'x'",
        "delete from r2p.pairing",
        $"select r2p.is_founding({Global})",
        $"select r2p.end_appointment('{ReferenceId.Of("appointment", SamplePersonas.SubjectOf("kenya"))}', 1, null)",
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task The_services_role_forges_nothing(string sql)
    {
        await using var database = await OpenAsAsync("ghana");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Nobody_confirms_by_hand_what_they_proposed()
    {
        await using var database = await OpenAsAsync("secretariat");
        await database.ExecuteAsync(
            $"select r2p.propose_appointment('00000000-0000-0000-0000-0000000000aa', {KenyaOffice}, {Ghana}, null, null, null, 'NATIONAL_FOCAL_POINT', now(), null)");

        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => database.ExecuteAsync("select r2p.confirm_appointment('00000000-0000-0000-0000-0000000000aa', 1)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_temporary_table_does_not_stand_in_for_the_directory()
    {
        await using var database = await OpenAsAsync("ghana");
        await database.ExecuteAsync("create temp table identity (issuer text, subject text, person_id uuid)");
        await database.ExecuteAsync($"insert into pg_temp.identity values ('forged', 'forged', {Kenya})");
        await database.ExecuteAsync("create temp table appointment as select * from r2p.appointment");
        await database.ExecuteAsync("update pg_temp.appointment set status = 'ENDED'");

        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from r2p.viewer('forged', 'forged')"));
        Assert.Contains("state:GHA", await database.ScalarAsync<string[]>($"select r2p.tokens_of({Ghana})"));
    }

    [Fact]
    public void No_type_that_is_answered_has_a_place_for_an_identity()
    {
        var schema = network.Services.GetRequiredService<GraphQLSchema>();

        Assert.Empty(schema.Types.OfType<FieldsType>().SelectMany(type => type.Fields.Keys
            .Where(field => field.Contains("issuer", StringComparison.OrdinalIgnoreCase)
                || field.Contains("subject", StringComparison.OrdinalIgnoreCase)
                || field.Contains("identit", StringComparison.OrdinalIgnoreCase))
            .Select(field => $"{type.Name}.{field}")
            .Except(["InboxItem.subjectId", "AuditEntry.subjectIds"])));
    }

    /// <summary>A session of the service's role that holds every token there is, on behalf of one persona.</summary>
    private async Task<RawSql> OpenAsAsync(string persona)
    {
        var database = await RawSql.OpenAsync(network.Database.ServiceConnectionString);
        await database.ExecuteAsync(
            $"select set_config('r2p.person', '{ReferenceId.Of("person", SamplePersonas.SubjectOf(persona))}', false), "
            + $"set_config('r2p.tokens', array['public', 'members', 'office:' || {KenyaOffice}, 'network:GLOBAL_NETWORK_R2P_FOCAL_POINTS']::text, false)");
        return database;
    }
}
