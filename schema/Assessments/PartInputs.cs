using R2P.GraphQL;

namespace R2P.Schema.Assessments;

/// <summary>Who reads a draft before it is published.</summary>
public enum DraftAudience
{
    /// <summary>The owner's office.</summary>
    Office,

    /// <summary>All offices of the owner's State.</summary>
    National,
}

/// <summary>Who reads a draft of yours from now on.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Audience">Who reads it until it is published.</param>
/// <param name="Reason">Why, for the history; at most 1,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record OpenDraftInput(
    [property: ID<Assessment>] Guid Id, int Version, DraftAudience Audience, string? Reason = null, string? ClientMutationId = null);

/// <summary>A part of a draft that another office is asked to write.</summary>
/// <param name="AssessmentId">The assessment, a draft of your office.</param>
/// <param name="Office">The office that is asked: one of your own State or organization.</param>
/// <param name="Title">What the part is about; at most 300 characters.</param>
/// <param name="Factors">The risk factors to rate.</param>
/// <param name="Inhibitors">The inhibitors to look at.</param>
/// <param name="DueOn">By when.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AskForPartInput(
    [property: ID<Assessment>] Guid AssessmentId,
    [property: ID<Members.Office>] Guid Office,
    string Title,
    IReadOnlyList<string>? Factors = null,
    IReadOnlyList<string>? Inhibitors = null,
    DateOnly? DueOn = null,
    string? ClientMutationId = null);

/// <summary>The text of a part that your office was asked for. What is left out stays as it is; a list replaces the whole list.</summary>
/// <param name="Id">The part.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Ratings">All findings on risk factors anew; only on those that your office was asked for.</param>
/// <param name="Inhibitors">All findings on inhibitors anew; only on those that your office was asked for.</param>
/// <param name="Note">What you say beside the findings (Markdown); null removes it.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WritePartInput(
    [property: ID<AssessmentPart>] Guid Id,
    int Version,
    IReadOnlyList<FactorRatingInput>? Ratings = null,
    IReadOnlyList<InhibitorRatingInput>? Inhibitors = null,
    Optional<string?> Note = default,
    string? ClientMutationId = null);

/// <summary>A step of a part's life that needs no content.</summary>
/// <param name="Id">The part.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record PartStepInput([property: ID<AssessmentPart>] Guid Id, int Version, string? ClientMutationId = null);

/// <summary>A signed part that goes into the assessment.</summary>
/// <param name="Id">The part.</param>
/// <param name="Version">The version of the part that you saw.</param>
/// <param name="AssessmentVersion">The version of the assessment that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record TakeInPartInput(
    [property: ID<AssessmentPart>] Guid Id, int Version, int AssessmentVersion, string? ClientMutationId = null);
