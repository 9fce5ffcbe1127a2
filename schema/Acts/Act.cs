using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;

namespace R2P.Schema.Acts;

/// <summary>One act under way: who does it, when, and the transaction in which it happens.</summary>
public sealed class Act(WriteSession session, string name, Viewer viewer, DateTimeOffset now, CancellationToken cancellation)
{
    public WriteSession Session { get; } = session;

    public DocumentContext Context => Session.Context;

    /// <summary>The mutation's name.</summary>
    public string Name { get; } = name;

    public Viewer Viewer { get; } = viewer;

    /// <summary>The time of the act, as the database will keep it.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The day of the act, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>An id for something new; ids sort by creation.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>The person who acts; an act has one.</summary>
    public Guid Person => Viewer.PersonId!.Value;

    /// <summary>Acts that lock the same go one after the other, also where there is no row yet to lock.</summary>
    public Task LockAsync(ActLock name, string about) => Context.Database.ExecuteSqlAsync(
        $"select r2p.lock_alone({EnumText.Of(name)}, {about})", Cancellation);

    /// <summary>Keeps with the history why this was done.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT if the reason is too long.</exception>
    public void Because(string? reason)
    {
        var check = new InputCheck();
        check.OptionalText(reason, 1_000, "reason");
        check.ThrowIfAny();
        Session.Reason = reason;
    }

    /// <summary>The viewer's appointment in an office, with one of the roles.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED if there is none.</exception>
    public ViewerAppointment MustActFor(Guid office, string toDo, params ReadOnlySpan<Role> roles) =>
        InNameOf(Viewer.ActsFor(office, roles) ?? throw Refuse.NotAllowed(toDo));

    /// <summary>
    /// The act is done in the name of the office by whose appointment it is allowed: of the one that was chosen already, if that is enough, or else of the
    /// first that is.
    /// </summary>
    public void InNameOfWhomever(Func<Viewer, bool> isAllowed)
    {
        var allowed = Viewer.Appointments.Where(held => isAllowed(Viewer.By(held))).ToArray();
        if (allowed is [var first, ..] && !allowed.Any(held => held.OfficeId == Session.OfficeId))
        {
            InNameOf(first);
        }
    }

    /// <summary>
    /// The appointment by which the viewer acts when nothing says for which office: the only one with one of the roles, or the one in the
    /// office that the input names.
    /// </summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED if there is none; INVALID_INPUT if there are several and the input names none.</exception>
    public ViewerAppointment MustActAs(Guid? office, string toDo, params Role[] roles)
    {
        var candidates = Viewer.Appointments
            .Where(held => roles.Contains(held.Role) && (office is null || held.OfficeId == office))
            .DistinctBy(held => held.OfficeId)
            .ToArray();
        return candidates switch
        {
            [var only] => InNameOf(only),
            [] => throw Refuse.NotAllowed(toDo),
            _ => throw Refuse.Invalid("You act for several offices: name one.", "input", "office"),
        };
    }

    private ViewerAppointment InNameOf(ViewerAppointment held)
    {
        Session.OfficeId = held.OfficeId;
        return held;
    }

    /// <summary>A document to change, in the version that the caller saw.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND.</exception>
    /// <exception cref="StaleVersionException">The document has another version by now; answered as CONFLICT.</exception>
    public async Task<T> LoadAsync<T>(Guid id, int version, params IReadOnlyList<string> path)
        where T : DocumentEnvelope =>
        await Session.LoadAsync<T>(id, version, Cancellation)
            ?? throw Refuse.NotFound(typeof(T).Name, path is [] ? ["input", "id"] : path);
}
