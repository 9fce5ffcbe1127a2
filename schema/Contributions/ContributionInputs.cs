using R2P.GraphQL;
using R2P.Schema.Assessments;
using R2P.Schema.Members;

namespace R2P.Schema.Contributions;

/// <summary>An invitation to contribute to an assessment of your office. It opens nothing of the assessment.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="Office">The office that is invited.</param>
/// <param name="Question">What you ask (Markdown); at most 4,000 characters.</param>
/// <param name="DueOn">By when.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record InviteContributionInput(
    [property: ID<Assessment>] Guid AssessmentId,
    [property: ID<Office>] Guid Office,
    string Question,
    DateOnly? DueOn = null,
    string? ClientMutationId = null);

/// <summary>What you tell one office, and nobody else.</summary>
/// <param name="Title">A title; at most 300 characters.</param>
/// <param name="Text">What you contribute (Markdown); at most 20,000 characters.</param>
/// <param name="Receiver">The office that receives it: any office of the network. Left out with an invitation, whose sender receives it.</param>
/// <param name="InvitationId">The invitation that you follow; not under a sealed signature, as it would name you.</param>
/// <param name="AssessmentId">The assessment that it is about, if you may read that.</param>
/// <param name="Country">The State that it is about (ISO 3166-1 alpha-3).</param>
/// <param name="Signature">How you sign.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Tags">Catalogue codes.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe: the same id with the same input is done once.</param>
public sealed record SubmitContributionInput(
    string Title,
    string Text,
    [property: ID<Office>] Guid? Receiver = null,
    [property: ID<ContributionInvitation>] Guid? InvitationId = null,
    [property: ID<Assessment>] Guid? AssessmentId = null,
    string? Country = null,
    ContributionSignature Signature = ContributionSignature.Office,
    string Language = "en",
    IReadOnlyList<string>? Tags = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>How a contribution is signed.</summary>
public enum ContributionSignature
{
    /// <summary>With the office's name, which the receiver reads and nobody else.</summary>
    Office,

    /// <summary>Without a name: not even the receiver learns who wrote it. You see what became of it all the same.</summary>
    Sealed,
}

/// <summary>What became of a contribution.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Outcome">What became of it: <c>TAKEN_UP</c>, <c>TAKEN_UP_IN_PART</c> or <c>NOT_TAKEN_UP</c>.</param>
/// <param name="Answer">What you tell its author (Markdown); at most 4,000 characters.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record AnswerContributionInput(
    [property: ID<Contribution>] Guid Id, int Version, ContributionStatus Outcome, string Answer, string? ClientMutationId = null);

/// <summary>A contribution to take back.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record WithdrawContributionInput([property: ID<Contribution>] Guid Id, int Version, string? ClientMutationId = null);
