using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;

namespace R2P.Schema.Members;

/// <summary>What a new office must keep to. Who may open it, the database's function decides.</summary>
internal static class OfficeRules
{
    /// <summary>Checks the input; answers the party.</summary>
    public static async Task<Guid> CheckAsync(Act act, OpenOfficeInput input)
    {
        var check = new InputCheck();
        check.Text(input.Name, 200, "name");
        check.OptionalText(input.Ministry, 200, "ministry");
        await CheckCodeAsync(act, check, input.Code);
        check.ThrowIfAny();
        return await PartyAsync(act, input.Party, "party");
    }

    /// <summary>Checks an organization to register; answers the State that is asked to accredit it.</summary>
    public static async Task<Guid?> CheckAsync(Act act, RegisterOrganizationInput input, Catalogue.Catalogue catalogue)
    {
        var check = new InputCheck();
        check.Text(input.Name, 200, "name");
        await CheckCodeAsync(act, check, input.Code);
        if (catalogue.FindCode(input.Code) is not null
            || await act.Context.Readable<Party>().AnyAsync(party => party.Code == input.Code, act.Cancellation))
        {
            check.Add("Something else has this code.", "code");
        }

        check.ThrowIfAny();
        if (input.Accreditor is not { } state)
        {
            return null;
        }

        return await act.Context.Readable<Party>()
            .Where(party => party.Code == state && party is State).Select(party => (Guid?)party.Id).SingleOrDefaultAsync(act.Cancellation)
            ?? throw Refuse.NotFound("State", "input", "accreditor");
    }

    private static async Task CheckCodeAsync(Act act, InputCheck check, string code)
    {
        if (code.Length is < 3 or > 60 || !code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
        {
            check.Add("Must have 3 to 60 capital letters, digits and underscores.", "code");
        }
        else if (await act.Context.Readable<Office>().AnyAsync(office => office.Code == code, act.Cancellation))
        {
            check.Add("Another office has this code.", "code");
        }
    }

    /// <summary>The party of a code that an input names.</summary>
    public static async Task<Guid> PartyAsync(Act act, string code, string field) =>
        await act.Context.Readable<Party>().Where(party => party.Code == code).Select(party => (Guid?)party.Id).SingleOrDefaultAsync(act.Cancellation)
            ?? throw Refuse.NotFound("party", "input", field);
}
