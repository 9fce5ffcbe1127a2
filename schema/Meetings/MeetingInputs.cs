using R2P.GraphQL;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Meetings;

/// <summary>An item of an agenda.</summary>
/// <param name="Title">What it is about; at most 300 characters.</param>
/// <param name="Text">What there is to say about it beforehand (Markdown); at most 4,000 characters.</param>
public sealed record AgendaItemInput(string Title, string? Text = null);

/// <summary>A meeting that is planned, or a session or debate that is put on the calendar.</summary>
/// <param name="Title">A title in the meeting's language; at most 300 characters.</param>
/// <param name="MeetingKind">What kind of meeting it is.</param>
/// <param name="StartsOn">The day on which it begins.</param>
/// <param name="EndsOn">The day on which it ends.</param>
/// <param name="Forum">The forum whose session or debate it is (a code of the catalogue, such as <c>UN_GA</c>).</param>
/// <param name="Network">The network that meets (a code of the catalogue).</param>
/// <param name="Series">The series that it belongs to, in words that all its meetings share; at most 200 characters.</param>
/// <param name="Place">Where it takes place; at most 300 characters.</param>
/// <param name="Agenda">What is talked about, in order.</param>
/// <param name="Documents">Documents that it is about. Each reader is shown those that they may see anyway; a link opens nothing.</param>
/// <param name="Audience">Who reads it, its conclusions later on included; by default the offices that are invited.</param>
/// <param name="Handling">How its readers have to handle it, where it has any beside the host; null without a special rule.</param>
/// <param name="Invited">The offices that are asked to come; they have to be in the audience.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="Countries">The States that it is about (ISO 3166-1 alpha-3).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Panel">How many people are to speak there or sit on its panels, and how many of them are women.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record PlanMeetingInput(
    string Title,
    MeetingKind MeetingKind,
    DateOnly StartsOn,
    DateOnly? EndsOn = null,
    string? Forum = null,
    string? Network = null,
    string? Series = null,
    string? Place = null,
    IReadOnlyList<AgendaItemInput>? Agenda = null,
    IReadOnlyList<NodeId>? Documents = null,
    AudienceInput? Audience = null,
    HandlingInput? Handling = null,
    [property: ID<Office>] IReadOnlyList<Guid>? Invited = null,
    string? Summary = null,
    string Language = "en",
    [property: ID<Office>] Guid? Office = null,
    IReadOnlyList<string>? Countries = null,
    IReadOnlyList<string>? Tags = null,
    PanelInput? Panel = null,
    string? ClientMutationId = null);

/// <summary>A change of a planned meeting. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="StartsOn">Another first day.</param>
/// <param name="EndsOn">Another last day; null for none.</param>
/// <param name="Place">Another place; null for none.</param>
/// <param name="Agenda">The whole agenda anew.</param>
/// <param name="Documents">All linked documents anew.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="Tags">All catalogue codes anew.</param>
/// <param name="Panel">Other numbers of those who are to speak there or sit on its panels; null for none.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseMeetingInput(
    [property: ID<Meeting>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    DateOnly? StartsOn = null,
    Optional<DateOnly?> EndsOn = default,
    Optional<string?> Place = default,
    IReadOnlyList<AgendaItemInput>? Agenda = null,
    IReadOnlyList<NodeId>? Documents = null,
    Optional<string?> Summary = default,
    IReadOnlyList<string>? Tags = null,
    Optional<PanelInput?> Panel = default,
    string? ClientMutationId = null);

/// <summary>Offices that are asked to come to a meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Offices">
/// Who is asked. A meeting of named offices is shared with them by that; one with another audience has to be shared with them already.
/// </param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record InviteToMeetingInput(
    [property: ID<Meeting>] Guid Id, int Version, [property: ID<Office>] IReadOnlyList<Guid> Offices, string? ClientMutationId = null);

/// <summary>An answer to an invitation.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Attending">Whether your office will be there.</param>
/// <param name="Note">What it has to say to that; at most 1,000 characters. The host reads it.</param>
/// <param name="Office">Which of your offices answers; only needed by somebody who acts for several that are invited.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerMeetingInvitationInput(
    [property: ID<Meeting>] Guid MeetingId,
    bool Attending,
    string? Note = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>Something that follows from a meeting.</summary>
/// <param name="Text">What is to be done; at most 2,000 characters.</param>
/// <param name="ForOffice">The office that is to do it, one that reads the meeting; by default the host.</param>
/// <param name="DueOn">By when.</param>
public sealed record FollowUpInput(string Text, [property: ID<Office>] Guid? ForOffice = null, DateOnly? DueOn = null);

/// <summary>What came of a meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Conclusions">What was concluded or decided (Markdown); at most 20,000 characters.</param>
/// <param name="Attended">The offices that were there; at most 200.</param>
/// <param name="ParticipantCount">How many people were there.</param>
/// <param name="FollowUp">What follows from it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Panel">How many people spoke there or sat on its panels, and how many of them are women; by default as planned.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordMeetingInput(
    [property: ID<Meeting>] Guid Id,
    int Version,
    string Conclusions,
    [property: ID<Office>] IReadOnlyList<Guid>? Attended = null,
    int? ParticipantCount = null,
    IReadOnlyList<FollowUpInput>? FollowUp = null,
    string? Reason = null,
    PanelInput? Panel = null,
    string? ClientMutationId = null);

/// <summary>A statement that is put on record.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Title">Its title; at most 300 characters.</param>
/// <param name="Text">What was said (Markdown); at most 20,000 characters.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="DeliveredOn">When it was made; by default the meeting's first day.</param>
/// <param name="Network">The network in whose name it was made (a code of the catalogue); its secretariat says so.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Office">Which of your offices made it; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordStatementInput(
    [property: ID<Meeting>] Guid MeetingId,
    string Title,
    string Text,
    AudienceInput Audience,
    DateOnly? DeliveredOn = null,
    string? Network = null,
    string Language = "en",
    IReadOnlyList<string>? Tags = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A follow-up item that was done.</summary>
/// <param name="Id">The item.</param>
/// <param name="Result">What came of it; at most 4,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CompleteFollowUpInput([property: ID<MeetingFollowUp>] Guid Id, string? Result = null, string? ClientMutationId = null);

/// <summary>A meeting with which all is done.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters. Needed while something is still to be done.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record CloseMeetingInput([property: ID<Meeting>] Guid Id, int Version, string? Reason = null, string? ClientMutationId = null);
