using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Members;

/// <summary>A civil-society organization to register.</summary>
/// <param name="Code">A stable code that nothing has yet: 3 to 60 capital letters, digits and underscores. Its office has it, too.</param>
/// <param name="Name">Its name; at most 200 characters.</param>
/// <param name="Accreditor">The State that is asked to accredit it (ISO 3166-1 alpha-3); null where a network admits it as a member of its own.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RegisterOrganizationInput(string Code, string Name, string? Accreditor = null, string? ClientMutationId = null);

/// <summary>An office to accredit.</summary>
/// <param name="Office">The office of an organization that asked your State.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AccreditOfficeInput([property: ID<Office>] Guid Office, string? ClientMutationId = null);

/// <summary>How civil-society organizations come into the network.</summary>
[MutationType]
public static class OrganizationMutations
{
    /// <summary>
    /// Registers a civil-society organization with the office that speaks for it: an act of a network's secretariat, or of an administrator. It names the
    /// State that the organization asks for accreditation; no other State can accredit it.
    /// </summary>
    [Authorize]
    public static async Task<OfficePayload> RegisterOrganization(
        RegisterOrganizationInput input, ActRunner acts, Catalogue.Catalogue catalogue, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var state = await OfficeRules.CheckAsync(act, input, catalogue);
            var office = act.NewId();
            await act.CallAsync(
                "register an organization",
                "select r2p.register_organization($1, $2, $3, $4, $5)",
                Parameter.Of(act.NewId()), Parameter.Of(office), Parameter.Of(input.Code), Parameter.Of(input.Name), Parameter.Of(state));
            act.TellOfOffice(ChangeType.OfficeOpened, office);
            return office;
        }));

    /// <summary>
    /// Accredits the office of an organization that asked your State, before anybody is in office there: an act of the State's focal point, who from then
    /// on proposes who speaks for it, as the secretariats of the State's networks confirm.
    /// </summary>
    [Authorize]
    public static async Task<OfficePayload> AccreditOffice(AccreditOfficeInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            if (!await act.Context.Readable<Office>().AnyAsync(office => office.Id == input.Office, act.Cancellation))
            {
                throw Refuse.NotFound("office", "input", "office");
            }

            if (await act.CallAsync("accredit this office", "select r2p.accredit_office($1)", Parameter.Of(input.Office)) is not true)
            {
                throw Refuse.Invalid("It is accredited already, or has somebody in office, over whom no State sets itself.", "input", "office");
            }

            act.TellOfOffice(ChangeType.OfficeAccredited, input.Office);
            return input.Office;
        }));

    internal static void TellOfOffice(this Act act, ChangeType type, Guid office) =>
        act.Session.Append(type.ToldTo([ReaderToken.Public]) with { DocumentId = office, DocumentKind = "OFFICE", Version = 1 });
}
