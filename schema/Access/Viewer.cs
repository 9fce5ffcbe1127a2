using R2P.Documents;

namespace R2P.Schema.Access;

/// <summary>Who is asking: a person with active appointments, a signed-in identity without one, or nobody. Known once per operation.</summary>
public sealed class Viewer
{
    /// <summary>A caller who presented no token.</summary>
    public static Viewer Anonymous { get; } = new();

    public Guid? PersonId { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>The reader tokens that the viewer holds; always at least <c>public</c>.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [ReaderToken.Public];

    public IReadOnlyList<ViewerAppointment> Appointments { get; init; } = [];

    /// <summary>The same, in the words of document storage. In whose name somebody of several offices acts, each act says.</summary>
    public AccessContext Access => new(Tokens, PersonId, Appointments.Select(held => held.OfficeId).Distinct().ToArray() is [var only] ? only : null);

    /// <summary>
    /// The offices that a row of these readers is open to by the viewer: those whose own tokens open it. What is open to the person, or to everyone, is
    /// their first office's matter.
    /// </summary>
    public IReadOnlyList<Guid> OfficesAmong(IReadOnlyList<string> readers)
    {
        string?[] notOfAnOffice = [ReaderToken.Public, PersonId is { } person ? ReaderToken.Person(person) : null];
        var opening = readers.Except(notOfAnOffice).ToArray();
        Guid[] opened = [.. Appointments.Where(held => held.Tokens?.Intersect(opening).Any() == true).Select(held => held.OfficeId).Distinct()];
        return opened is [] ? [.. Appointments.Take(1).Select(held => held.OfficeId)] : opened;
    }

    /// <summary>The same person with one appointment only.</summary>
    internal Viewer By(ViewerAppointment held) => new() { PersonId = PersonId, DisplayName = DisplayName, Tokens = Tokens, Appointments = [held] };

    /// <summary>The appointment by which the viewer acts for an office, if there is one of the roles given.</summary>
    public ViewerAppointment? ActsFor(Guid officeId, params ReadOnlySpan<Role> roles)
    {
        foreach (var appointment in Appointments)
        {
            if (appointment.OfficeId == officeId && (roles.IsEmpty || roles.Contains(appointment.Role)))
            {
                return appointment;
            }
        }

        return null;
    }
}

/// <summary>One active appointment of the viewer.</summary>
/// <param name="Tokens">The reader tokens that its office gives; null for the only appointment, which gives them all.</param>
public sealed record ViewerAppointment(
    Guid AppointmentId, Guid OfficeId, Role Role, Guid PartyId, string PartyCode, string PartyKind, IReadOnlyList<string>? Tokens = null);
