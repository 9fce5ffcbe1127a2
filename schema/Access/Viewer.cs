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

    /// <summary>The same, in the words of document storage.</summary>
    public AccessContext Access => new(Tokens, PersonId, Appointments.Count > 0 ? Appointments[0].OfficeId : null);

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
public sealed record ViewerAppointment(Guid AppointmentId, Guid OfficeId, Role Role, Guid PartyId, string PartyCode, string PartyKind);
