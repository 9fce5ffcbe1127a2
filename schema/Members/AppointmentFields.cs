using R2P.Documents;
using R2P.GraphQL;

namespace R2P.Schema.Members;

/// <summary>What an appointment leads to.</summary>
[ObjectType<Appointment>]
public static class AppointmentFields
{
    /// <summary>Appointments by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<Appointment?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(ids.Select(id => (Guid?)id), cancellation);

    /// <summary>Where the appointment stands now.</summary>
    public static AppointmentStatus Status([Parent] Appointment appointment, TimeProvider time) =>
        appointment.StatusAt(time.GetDatabaseNow());

    /// <summary>Who holds it.</summary>
    public static Task<IReadOnlyList<Person?>> PersonAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(appointments.Select(row => (Guid?)row.PersonId), cancellation);

    /// <summary>In which office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(appointments.Select(row => (Guid?)row.OfficeId), cancellation);

    /// <summary>Who proposed it; null if it came with the installation.</summary>
    public static Task<IReadOnlyList<Person?>> ProposedByAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(appointments.Select(row => row.ProposedBy), cancellation);

    /// <summary>Who confirmed it; null if nobody has yet, or it came with the installation.</summary>
    public static Task<IReadOnlyList<Person?>> ConfirmedByAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(appointments.Select(row => row.ConfirmedBy), cancellation);

    /// <summary>Whose appointment ends when this one begins; null if it follows nobody.</summary>
    public static Task<IReadOnlyList<Appointment?>> PredecessorAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(appointments.Select(row => row.Succeeds), cancellation);

    /// <summary>Who suspended it; null unless it is suspended.</summary>
    public static Task<IReadOnlyList<Person?>> SuspendedByAsync(
        [Parents] IReadOnlyList<Appointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Person>(appointments.Select(row => row.SuspendedBy), cancellation);

    internal static IQueryable<Appointment> NewestFirst(this IQueryable<Appointment> rows) =>
        rows.OrderByDescending(row => row.StartsAt).ThenBy(row => row.Id);
}

/// <summary>The appointment in the answer to an act.</summary>
[ObjectType<AppointmentPayload>]
public static class AppointmentPayloadFields
{
    /// <summary>The appointment as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Appointment?>> AppointmentAsync(
        [Parents] IReadOnlyList<AppointmentPayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Appointment>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The office in the answer to an act.</summary>
[ObjectType<OfficePayload>]
public static class OfficePayloadFields
{
    /// <summary>The office as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [Parents] IReadOnlyList<OfficePayload> payloads, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(payloads.Select(payload => payload.Id), cancellation);
}

/// <summary>The office of an appointment of the viewer.</summary>
[ObjectType<ActiveAppointment>]
public static class ActiveAppointmentFields
{
    /// <summary>In which office.</summary>
    public static Task<IReadOnlyList<Office?>> OfficeAsync(
        [Parents] IReadOnlyList<ActiveAppointment> appointments, ReadSession session, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(appointments.Select(row => (Guid?)row.OfficeId), cancellation);
}
