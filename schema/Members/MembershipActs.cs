using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>The database's functions that write memberships. They decide who may.</summary>
internal static class MembershipActs
{
    /// <summary>The party and the body that an input names.</summary>
    public static async Task<(Guid Party, Guid Body)> EndsAsync(Act act, string party, string body)
    {
        var member = await OfficeRules.PartyAsync(act, party, "party");
        var found = await act.Context.Readable<Party>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Code == body, act.Cancellation);
        return found is Network or RegionalOrganization && found.Id != member
            ? (member, found.Id)
            : throw Refuse.NotFound("network or organization", "input", "body");
    }

    public static async Task RecordAsync(Act act, Guid id, Guid party, Guid body, RecordMembershipInput input)
    {
        var outcome = await act.CallAsync(
            "keep the members of this body",
            "select r2p.record_membership($1, $2, $3, $4, $5)",
            Parameter.Of(id), Parameter.Of(party), Parameter.Of(body), Parameter.Of(input.JoinedOn ?? act.Today), Parameter.Of(EnumText.Of(input.Rights)));
        switch (outcome)
        {
            case "MEMBER":
                throw Refuse.Invalid("Is a member already.", "input", "party");
            case "INVITE":
                throw Refuse.Invalid("Has somebody in office, who decides about joining: use inviteMember.", "input", "party");
        }
    }

    public static async Task EndAsync(Act act, Membership held, DateOnly leaves)
    {
        if (leaves < held.JoinedOn)
        {
            throw Refuse.Invalid("Lies before the day on which the party joined.", "input", "leftOn");
        }

        // Only who may end it hears how it stands.
        if (await act.CallAsync(
            "end this membership", "select r2p.end_membership($1, $2, $3)",
            Parameter.Of(held.Id), Parameter.Of(held.Version), Parameter.Of(leaves)) is not true)
        {
            throw held.LeftOn <= act.Today
                ? Refuse.Invalid($"It ended already, on {held.LeftOn:yyyy-MM-dd}.", "input", "id")
                : await act.StaleAsync<Membership>(held.Id, "membership");
        }

        if (leaves > held.LeftOn)
        {
            throw Refuse.Invalid("Lies after the end that was set: to stay longer takes a new membership.", "input", "leftOn");
        }
    }

    public static async Task SuspendAsync(Act act, Membership held, DateOnly from, DateOnly? to)
    {
        if (to < from)
        {
            throw Refuse.Invalid("Lies before the suspension begins.", "input", "to");
        }

        await StepAsync(
            act, held, "suspend this membership", "select r2p.suspend_membership($1, $2, $3, $4)",
            Parameter.Of(held.Id), Parameter.Of(held.Version), Parameter.Of(from), Parameter.Of(to));
    }

    public static async Task<Membership> LoadAsync(Act act, Guid id, int version)
    {
        var membership = await act.Context.Readable<Membership>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("membership", "input", "id");
        return membership.Version == version ? membership : throw Refuse.Stale(membership.Version);
    }

    private static async Task StepAsync(Act act, Membership held, string toDo, string sql, params Npgsql.NpgsqlParameter[] parameters)
    {
        if (await act.CallAsync(toDo, sql, parameters) is not true)
        {
            throw await act.StaleAsync<Membership>(held.Id, "membership");
        }
    }
}
