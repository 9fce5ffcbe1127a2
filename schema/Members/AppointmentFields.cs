using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>What an appointment leads to.</summary>
[ObjectType<Appointment>]
public static class AppointmentFields
{
    /// <summary>Appointments by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Appointment?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(ids, selection, cancellation);

    /// <summary>Where the appointment stands now.</summary>
    public static AppointmentStatus Status([Parent] Appointment appointment, TimeProvider time) =>
        appointment.StatusAt(time.GetDatabaseNow());

    /// <summary>Who holds it.</summary>
    public static Task<IReadOnlyList<Person?>> PersonAsync(
        [ParentKey(nameof(Appointment.PersonId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>In which office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(Appointment.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);

    /// <summary>Who proposed it; null if it came with the installation.</summary>
    public static Task<IReadOnlyList<Person?>> ProposedByAsync(
        [ParentKey(nameof(Appointment.ProposedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>Who confirmed it; null if nobody has yet, or it came with the installation.</summary>
    public static Task<IReadOnlyList<Person?>> ConfirmedByAsync(
        [ParentKey(nameof(Appointment.ConfirmedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    /// <summary>Whose appointment ends when this one begins; null if it follows nobody.</summary>
    public static Task<IReadOnlyList<Appointment?>> PredecessorAsync(
        [ParentKey(nameof(Appointment.Succeeds))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(ids, selection, cancellation);

    /// <summary>Who suspended it; null unless it is suspended.</summary>
    public static Task<IReadOnlyList<Person?>> SuspendedByAsync(
        [ParentKey(nameof(Appointment.SuspendedBy))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(ids, selection, cancellation);

    internal static IQueryable<Appointment> NewestFirst(this IQueryable<Appointment> rows) =>
        rows.OrderByDescending(row => row.StartsAt).ThenBy(row => row.Id);
}

/// <summary>The appointment in the answer to an act.</summary>
[ObjectType<AppointmentPayload>]
public static class AppointmentPayloadFields
{
    /// <summary>The appointment as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Appointment?>> AppointmentAsync(
        [ParentKey(nameof(AppointmentPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(ids, selection, cancellation);
}

/// <summary>The office in the answer to an act.</summary>
[ObjectType<OfficePayload>]
public static class OfficePayloadFields
{
    /// <summary>The office as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(OfficePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The office of an appointment of the viewer.</summary>
[ObjectType<ActiveAppointment>]
public static class ActiveAppointmentFields
{
    /// <summary>In which office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [ParentKey(nameof(ActiveAppointment.OfficeId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}
