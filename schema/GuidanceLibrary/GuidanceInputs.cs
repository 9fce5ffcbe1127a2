using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>New guidance, or a new edition. Until it is published, nobody but your office sees it.</summary>
/// <param name="Title">A title in its language; at most 300 characters.</param>
/// <param name="Type">What kind of material it is.</param>
/// <param name="IssuingBody">The body that stands behind it, by its name or its code in the catalogue; at most 300 characters.</param>
/// <param name="Edition">The edition; at most 100 characters.</param>
/// <param name="Text">The material, or what it holds (Markdown); at most 20,000 characters.</param>
/// <param name="Level">For whom it was written.</param>
/// <param name="Url">Where the whole of it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
/// <param name="Summary">A few sentences for lists; at most 4,000 characters.</param>
/// <param name="Language">The language of the material (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ValidFrom">From when it holds.</param>
/// <param name="ValidTo">Until when it holds.</param>
/// <param name="Tags">Catalogue codes, such as <c>WOMEN_PEACE_SECURITY</c>.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record DraftGuidanceInput(
    string Title,
    GuidanceType Type,
    string IssuingBody,
    string Edition,
    string Text,
    TrainingLevel Level = TrainingLevel.AllLevels,
    string? Url = null,
    string? Summary = null,
    string Language = "en",
    [property: ID<Members.Office>] Guid? Office = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>A change of content. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The guidance.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="Title">The new title.</param>
/// <param name="Type">What kind of material it is.</param>
/// <param name="IssuingBody">The body that stands behind it.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Text">The material, or what it holds (Markdown).</param>
/// <param name="Level">For whom it was written.</param>
/// <param name="Url">Where the whole of it can be read; null removes it.</param>
/// <param name="Summary">The new summary; null removes it.</param>
/// <param name="ValidFrom">From when it holds; null if from its publication.</param>
/// <param name="ValidTo">Until when it holds; null without an end.</param>
/// <param name="Tags">All tags anew.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ReviseGuidanceInput(
    [property: ID<Guidance>] Guid Id,
    int Version,
    string? Reason = null,
    string? Title = null,
    GuidanceType? Type = null,
    string? IssuingBody = null,
    string? Edition = null,
    string? Text = null,
    TrainingLevel? Level = null,
    Optional<string?> Url = default,
    Optional<string?> Summary = default,
    Optional<DateOnly?> ValidFrom = default,
    Optional<DateOnly?> ValidTo = default,
    IReadOnlyList<string>? Tags = null,
    string? ClientMutationId = null);

/// <summary>Publication: with whom the guidance is shared from now on.</summary>
/// <param name="Id">The guidance.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">With whom to share it.</param>
/// <param name="Handling">How readers have to handle it.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PublishGuidanceInput(
    [property: ID<Guidance>] Guid Id,
    int Version,
    AudienceInput Audience,
    HandlingInput? Handling = null,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>A newer edition takes the place of an older one.</summary>
/// <param name="Id">The older edition.</param>
/// <param name="Version">The version of it that you saw.</param>
/// <param name="By">The newer edition: published, and of the same office.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SupersedeGuidanceInput(
    [property: ID<Guidance>] Guid Id,
    int Version,
    [property: ID<Guidance>] Guid By,
    string? Reason = null,
    string? ClientMutationId = null);

/// <summary>A course or session that was held. It has no place for names of participants. Without an audience nobody but your office sees it.</summary>
/// <param name="Title">What was taught; at most 300 characters.</param>
/// <param name="DeliveredBy">The body that gave it; at most 300 characters.</param>
/// <param name="Institution">The institution that it was given to; at most 300 characters.</param>
/// <param name="Level">Who took part, by level.</param>
/// <param name="HeldOn">The first day.</param>
/// <param name="Participants">How many took part.</param>
/// <param name="Women">How many of them were women; left out if that is not known.</param>
/// <param name="EndedOn">The last day, if it took several.</param>
/// <param name="Guidance">The material that was used.</param>
/// <param name="Country">The State in which it was held (ISO 3166-1 alpha-3).</param>
/// <param name="Note">What came of it (Markdown); at most 4,000 characters.</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Language">The language in which it was given (BCP 47).</param>
/// <param name="Audience">With whom to share the record.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordTrainingInput(
    string Title,
    string DeliveredBy,
    string Institution,
    TrainingLevel Level,
    DateOnly HeldOn,
    int Participants,
    int? Women = null,
    DateOnly? EndedOn = null,
    [property: ID<Guidance>] Guid? Guidance = null,
    string? Country = null,
    string? Note = null,
    IReadOnlyList<string>? Tags = null,
    string Language = "en",
    AudienceInput? Audience = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);
