using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>The directory in queries.</summary>
[QueryType]
public static class MemberQueries
{
    /// <summary>Who you are to the service; null without a token, or with one that names nobody whom the service knows.</summary>
    public static ViewerProfile? Viewer(Viewer viewer) => viewer.PersonId is { } id ? new ViewerProfile(id, viewer) : null;

    /// <summary>States, organizations and networks, by name.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Party>> Parties(
        PagingArguments paging, QueryContext<Party> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(db => db.Readable<Party>(), paging, query.DefaultOrder(party => party.Name), selection, cancellation);

    /// <summary>The party of that code; null if there is none.</summary>
    /// <param name="code">The party's code, such as <c>KEN</c> or <c>AU</c>.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Party?> Party(string code, ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => db.Readable<Party>().SingleOrDefaultAsync(party => party.Code == code, token), cancellation);

    /// <summary>The offices that parties keep, by name.</summary>
    /// <param name="paging">Which page.</param>
    /// <param name="query">Which offices, in which order.</param>
    /// <param name="party">Only those of the party of this code, such as <c>KEN</c>.</param>
    /// <param name="expertise">Only those that name this among what they know well, in a detail of their profile that you may read.</param>
    /// <param name="theme">Only those that work on this theme (a code of the catalogue), as far as you may read that.</param>
    /// <param name="language">Only those that work in this language (BCP 47), as far as you may read that.</param>
    /// <param name="selection">What is asked of them.</param>
    /// <param name="lists">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<Office>> Offices(
        PagingArguments paging,
        QueryContext<Office> query,
        string? party,
        string? expertise,
        string? theme,
        string? language,
        ISelection selection,
        DocumentLists lists,
        CancellationToken cancellation) => lists.PageRowsAsync(
            db => KeptBy(db, party)
                .Telling(db, ProfileTopic.Expertise, expertise)
                .Telling(db, ProfileTopic.Theme, theme)
                .Telling(db, ProfileTopic.Language, language),
            paging,
            query.DefaultOrder(office => office.Name),
            selection,
            cancellation);

    private static IQueryable<Office> KeptBy(DocumentContext db, string? party)
    {
        var offices = db.Readable<Office>();
        if (party is null)
        {
            return offices;
        }

        var keepers = db.Readable<Party>().Where(keeper => keeper.Code == party);
        return offices.Where(office => keepers.Any(keeper => keeper.Id == office.PartyId));
    }

    /// <summary>Those that tell the viewer this of themselves; all where nothing is asked for.</summary>
    private static IQueryable<Office> Telling(this IQueryable<Office> offices, DocumentContext db, ProfileTopic topic, string? value)
    {
        if (value is null)
        {
            return offices;
        }

        var details = db.Visible<ProfileDetail>().Where(detail => detail.Topic == topic);
        details = topic == ProfileTopic.Expertise
            ? details.Where(detail => EF.Functions.ILike(detail.Value, "%" + value + "%"))
            : details.Where(detail => detail.Value == value);
        return offices.Where(office => details.Any(detail => detail.OwnerId == office.Id));
    }

    /// <summary>The office of that code; null if there is none.</summary>
    /// <param name="code">The office's code.</param>
    /// <param name="session">Reads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<Office?> Office(string code, ReadSession session, CancellationToken cancellation) => session.QueryAsync(
        (db, token) => db.Readable<Office>().SingleOrDefaultAsync(office => office.Code == code, token), cancellation);
}

/// <summary>Who is asking.</summary>
public sealed class ViewerProfile(Guid personId, Viewer viewer)
{
    /// <summary>The viewer's person.</summary>
    [GraphQLIgnore]
    public Guid PersonId { get; } = personId;

    /// <summary>The name under which the viewer is known in the network.</summary>
    public string DisplayName { get; } = viewer.DisplayName!;

    /// <summary>The appointments that count now.</summary>
    public IReadOnlyList<ActiveAppointment> Appointments { get; } =
        [.. viewer.Appointments.Select(held => new ActiveAppointment(held.AppointmentId, held.OfficeId, held.Role))];
}

/// <summary>An appointment of the viewer that counts now.</summary>
/// <param name="Id">The appointment's global id.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Role">What the viewer may do in the office.</param>
public sealed record ActiveAppointment([property: ID<Appointment>] Guid Id, [property: GraphQLIgnore] Guid OfficeId, Role Role);
