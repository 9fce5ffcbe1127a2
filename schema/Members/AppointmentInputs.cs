using R2P.GraphQL;
using R2P.Schema.Access;

namespace R2P.Schema.Members;

/// <summary>A proposal that somebody hold an office. It counts once the secretariat has confirmed it.</summary>
/// <param name="Office">The office to hold.</param>
/// <param name="Person">Who is to hold it.</param>
/// <param name="Role">What the person may do there; it must suit the office's party.</param>
/// <param name="StartsAt">From when it counts; by default from its confirmation.</param>
/// <param name="EndsAt">Until when it counts; open by default.</param>
/// <param name="Deputy">Whether the person stands in for who holds the office: with the same rights, but without appointing anybody.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record ProposeAppointmentInput(
    [property: ID<Office>] Guid Office,
    AppointeeInput Person,
    Role Role,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    bool Deputy = false,
    string? ClientMutationId = null);

/// <summary>Who is proposed: somebody of the directory, or somebody new.</summary>
/// <param name="Id">Somebody whom the directory has.</param>
/// <param name="New">Somebody whom the directory does not have.</param>
[OneOf]
public sealed record AppointeeInput([property: ID<Person>] Guid? Id = null, NewPersonInput? New = null);

/// <summary>Somebody whom the directory does not have.</summary>
/// <param name="DisplayName">The name under which the network will know the person; at most 200 characters.</param>
/// <param name="Issuer">Who issues the person's tokens (<c>iss</c>). Never shown to anybody.</param>
/// <param name="Subject">The person in those tokens (<c>sub</c>). Never shown to anybody.</param>
public sealed record NewPersonInput(string DisplayName, string Issuer, string Subject);

/// <summary>The confirmation of a proposal.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ConfirmAppointmentInput([property: ID<Appointment>] Guid Id, int Version, string? ClientMutationId = null);

/// <summary>The end of an appointment, or the refusal of a proposal.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="EndsAt">When it ends, not after its present end; by default now.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EndAppointmentInput(
    [property: ID<Appointment>] Guid Id, int Version, DateTimeOffset? EndsAt = null, string? ClientMutationId = null);

/// <summary>One step of an appointment's life that needs no more.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AppointmentStepInput([property: ID<Appointment>] Guid Id, int Version, string? ClientMutationId = null);

/// <summary>The hand-over of an office to a successor.</summary>
/// <param name="Id">The appointment of who holds the office now. It ends when that of the successor begins.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Person">Who is to follow, in the same role.</param>
/// <param name="StartsAt">From when the successor holds the office; by default from the confirmation.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record HandOverOfficeInput(
    [property: ID<Appointment>] Guid Id,
    int Version,
    AppointeeInput Person,
    DateTimeOffset? StartsAt = null,
    string? ClientMutationId = null);

/// <summary>A new office of a party.</summary>
/// <param name="Party">The party's code, such as <c>KEN</c>, <c>AU</c> or <c>GAAMAC</c>.</param>
/// <param name="Code">A stable code that no office has: 3 to 60 capital letters, digits and underscores.</param>
/// <param name="Name">The office's name; at most 200 characters.</param>
/// <param name="Ministry">The ministry whose desk it is; null for an office that speaks for the whole party.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record OpenOfficeInput(string Party, string Code, string Name, string? Ministry = null, string? ClientMutationId = null);
