using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>Meetings in queries.</summary>
[QueryType]
public static class MeetingQueries
{
    /// <summary>The meetings, sessions and debates that you may see; in the order of <c>startsOn</c> they are a calendar.</summary>
    /// <param name="asOf">The documents as they stood at this moment; of each the version of then, if you may see that version today.</param>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<Meeting>> Meetings(
        PagingArguments paging,
        QueryContext<Meeting> query,
        ISelection selection,
        DateTimeOffset? asOf,
        DocumentLists lists,
        CancellationToken cancellation) =>
        lists.PageAsync(paging, query, selection, asOf, cancellation);

    /// <summary>The statements that you may read, of all meetings, the latest first.</summary>
    [UsePaging(MaxPageSize = DocumentLists.MaxPageSize), UseFiltering, UseSorting]
    public static Task<Connection<MeetingStatement>> Statements(
        PagingArguments paging, QueryContext<MeetingStatement> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(
            db => db.Visible<MeetingStatement>(), paging, query.DefaultOrder(statement => statement.DeliveredOn, descending: true), selection, cancellation);
}

/// <summary>The fields of a meeting that read beyond its own row.</summary>
[ObjectType<Meeting>]
public static class MeetingFields
{
    private static readonly ChildRows<MeetingStatement> Statements = new(
        db => db.Visible<MeetingStatement>(),
        statement => statement.MeetingId,
        SortKey.By((MeetingStatement statement) => statement.DeliveredOn, descending: true));

    /// <summary>Meetings by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Meeting?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, SharedDocuments documents, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        documents.FindWithReviewedAsync<Meeting>(session, ids, selection, cancellation);

    /// <summary>
    /// The people who speak there or sit on its panels, by number: as planned, and once it was held, as it was. Null where that is not said.
    /// </summary>
    public static Panel? GetPanel([Parent] Meeting meeting) => Panel.Of(meeting.PanelPeople, meeting.PanelWomen);

    /// <summary>The documents that it is about, as far as you may see them.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<ISharedDocument>>> DocumentsAsync(
        [ParentKey(nameof(Meeting.Id))] IReadOnlyList<Guid> ids,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) =>
                (from meeting in db.Visible<Meeting>()
                 where ids.Contains(meeting.Id)
                 join document in db.Set<MeetingDocument>() on meeting.Id equals document.MeetingId
                 orderby document.Place
                 select document).ToListAsync(token),
            cancellation);
        var links = rows.ToLookup(document => document.MeetingId, document => document.Link);
        return await documents.FindLinkedAsync(session, [.. ids.Select(id => links[id].ToArray())], selection, cancellation);
    }

    /// <summary>The offices that were there.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Office>>> AttendedAsync(
        [Parents] IReadOnlyList<Meeting> meetings, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        await session.FindOfficesAsync([.. meetings.Select(meeting => meeting.AttendedIds)], selection, cancellation);

    /// <summary>The invitations: all for the host, for others their own.</summary>
    public static async Task<ILookup<Guid, MeetingInvitation>> InvitationsAsync(
        [ParentKey(nameof(Meeting.Id))] IReadOnlyList<Guid> meetings, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.Readable<MeetingInvitation>()
                .Where(invitation => meetings.Contains(invitation.MeetingId))
                .OrderBy(invitation => invitation.OfficeId)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(invitation => invitation.MeetingId);
    }

    /// <summary>What follows from it: what is still to be done first, by date.</summary>
    public static async Task<ILookup<Guid, MeetingFollowUp>> FollowUpAsync(
        [ParentKey(nameof(Meeting.Id))] IReadOnlyList<Guid> meetings, ReadSession session, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync(
            (db, token) => db.VisibleFollowUps()
                .Where(item => meetings.Contains(item.MeetingId))
                .OrderBy(item => item.DoneAt != null).ThenBy(item => item.DueOn).ThenBy(item => item.Id)
                .ToListAsync(token),
            cancellation);
        return rows.ToLookup(item => item.MeetingId);
    }

    /// <summary>The statements made there that you may read, the latest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<IReadOnlyDictionary<Guid, Connection<MeetingStatement>>> StatementsAsync(
        [ParentKey(nameof(Meeting.Id))] IReadOnlyList<Guid> meetings,
        PagingArguments paging,
        QueryContext<MeetingStatement> query,
        ISelection selection,
        ReadSession session,
        CancellationToken cancellation) =>
        Statements.PageAsync(session, meetings, paging, query, selection, cancellation);
}

/// <summary>What an invitation leads to.</summary>
[ObjectType<MeetingInvitation>]
public static class MeetingInvitationFields
{
    private const int MaxFormer = 20;

    /// <summary>The office that was invited.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(MeetingInvitation.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>What the office had answered before, the latest first; at most the latest 20.</summary>
    [ListSize(AssumedSize = MaxFormer)]
    public static async Task<IReadOnlyList<IReadOnlyList<MeetingAnswer>>> FormerAnswersAsync(
        [Parents] IReadOnlyList<MeetingInvitation> invitations, ReadSession session, CancellationToken cancellation)
    {
        Guid[] meetings = [.. invitations.Select(invitation => invitation.MeetingId).Distinct()];
        Guid[] offices = [.. invitations.Select(invitation => invitation.OfficeId).Distinct()];
        var rows = await session.QueryAsync(
            (db, token) =>
                (from invitation in db.Readable<MeetingInvitation>()
                 where meetings.Contains(invitation.MeetingId) && offices.Contains(invitation.OfficeId)
                 from answer in db.Readable<MeetingAnswer>()
                     .Where(answer => answer.MeetingId == invitation.MeetingId && answer.OfficeId == invitation.OfficeId)
                     .OrderByDescending(answer => answer.Version)
                     .Take(MaxFormer)
                 select answer).ToListAsync(token),
            cancellation);
        var former = rows.OrderByDescending(answer => answer.Version).ToLookup(answer => (answer.MeetingId, answer.OfficeId));
        return [.. invitations.Select(invitation => former[(invitation.MeetingId, invitation.OfficeId)].ToArray())];
    }
}

/// <summary>What a follow-up item leads to.</summary>
[ObjectType<MeetingFollowUp>]
public static class MeetingFollowUpFields
{
    /// <summary>Follow-up items by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<MeetingFollowUp?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleFollowUps(), selection, cancellation);

    /// <summary>The office that is to do it.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(MeetingFollowUp.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The meeting.</summary>
    public static Task<IReadOnlyList<Meeting?>> MeetingAsync(
        [ParentKey(nameof(MeetingFollowUp.MeetingId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Meeting>(ids, selection, cancellation);
}

/// <summary>What a statement leads to.</summary>
[ObjectType<MeetingStatement>]
public static class MeetingStatementFields
{
    /// <summary>Statements by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<MeetingStatement?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<MeetingStatement>(ids, selection, cancellation);

    /// <summary>The office that made it.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(MeetingStatement.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>The meeting at which it was made; null if you may not see that.</summary>
    public static Task<IReadOnlyList<Meeting?>> MeetingAsync(
        [ParentKey(nameof(MeetingStatement.MeetingId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Meeting>(ids, selection, cancellation);
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<MeetingPayload>]
public static class MeetingPayloadFields
{
    /// <summary>The meeting as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Meeting?>> MeetingAsync(
        [ParentKey(nameof(MeetingPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<Meeting>(ids, selection, cancellation);
}

/// <summary>The statement in the answer to an act.</summary>
[ObjectType<StatementPayload>]
public static class StatementPayloadFields
{
    /// <summary>The statement as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<MeetingStatement?>> StatementAsync(
        [ParentKey(nameof(StatementPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<MeetingStatement>(ids, selection, cancellation);
}

/// <summary>The follow-up item in the answer to an act.</summary>
[ObjectType<FollowUpPayload>]
public static class FollowUpPayloadFields
{
    /// <summary>The item as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<MeetingFollowUp?>> FollowUpAsync(
        [ParentKey(nameof(FollowUpPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAsync(ids, static db => db.VisibleFollowUps(), selection, cancellation);
}
