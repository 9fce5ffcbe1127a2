using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;
using R2P.Schema.TreatyActions;

namespace R2P.Schema.Institutions;

/// <summary>The bodies of national architectures are put on record.</summary>
[MutationType]
public static class InstitutionMutations
{
    /// <summary>Records a body of a State's architecture. Without an audience it stays in your office until it is shared.</summary>
    [Authorize]
    public static async Task<InstitutionPayload> RecordInstitution(
        RecordInstitutionInput input,
        ActRunner acts,
        InstitutionRules rules,
        TreatyActionRules states,
        Publication publication,
        FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "record this institution", Roles.WhoDecide);
            var institution = Create(act, author, states.StateOf(author, input.Country), input);
            await rules.CheckAsync(act, institution);
            if (input.Audience is { } audience)
            {
                await publication.ShareAsync(act, institution, audience, input.Handling);
                institution.PublishedAt = act.Now;
            }

            act.Context.Add(institution);
            act.Tell(ChangeType.InstitutionRecorded, institution);
            return institution.Id;
        }));

    /// <summary>Records what has changed about a body, for the same readers. What stood before is kept.</summary>
    [Authorize]
    public static async Task<InstitutionPayload> ReviseInstitution(
        ReviseInstitutionInput input, ActRunner acts, InstitutionRules rules, FieldContext field) =>
        new(await acts.StepAsync<Institution>(
            field,
            InstitutionMapping.Life,
            DocumentAct.Revise,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, institution) =>
            {
                Apply(institution, input);
                await rules.CheckAsync(act, institution);
                institution.WasRevisedBy(act.Person);
                act.Tell(ChangeType.InstitutionRevised, institution);
            }));

    /// <summary>Records that a body is not there any more. It stays readable for its audience, as an example for others.</summary>
    [Authorize]
    public static async Task<InstitutionPayload> EndInstitution(
        EndInstitutionInput input, ActRunner acts, InstitutionRules rules, FieldContext field) =>
        new(await acts.StepAsync<Institution>(
            field,
            InstitutionMapping.Life,
            DocumentAct.Close,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            async (act, institution) =>
            {
                institution.EndedOn = input.EndedOn ?? act.Today;
                await rules.CheckAsync(act, institution);
                act.Tell(ChangeType.InstitutionEnded, institution);
            }));

    private static Institution Create(Act act, ViewerAppointment author, string country, RecordInstitutionInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = author.OfficeId,
        Readers = ReaderRules.OfDraft(author.OfficeId),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Recorded,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Country = country,
        Category = input.Category,
        Inhibitors = [.. input.Inhibitors ?? []],
        StartedOn = input.StartedOn,
        OfficeId = input.ContributorOffice,
        Body = new InstitutionBody
        {
            Members = [.. input.Members ?? []],
            LegalBase = input.LegalBase,
            MeetingRhythm = input.MeetingRhythm,
            TermsOfReference = input.TermsOfReference,
            Description = input.Description,
        },
    };

    private static void Apply(Institution institution, ReviseInstitutionInput input)
    {
        var body = institution.Body;
        institution.Title = input.Title ?? institution.Title;
        institution.Category = input.Category ?? institution.Category;
        institution.Summary = input.Summary.HasValue ? input.Summary.Value : institution.Summary;
        institution.Inhibitors = input.Inhibitors is null ? institution.Inhibitors : [.. input.Inhibitors];
        institution.StartedOn = input.StartedOn.HasValue ? input.StartedOn.Value : institution.StartedOn;
        institution.OfficeId = input.ContributorOffice.HasValue ? input.ContributorOffice.Value : institution.OfficeId;
        institution.Tags = input.Tags is null ? institution.Tags : [.. input.Tags];
        institution.Body = new InstitutionBody
        {
            Members = input.Members is null ? body.Members : [.. input.Members],
            LegalBase = input.LegalBase.HasValue ? input.LegalBase.Value : body.LegalBase,
            MeetingRhythm = input.MeetingRhythm.HasValue ? input.MeetingRhythm.Value : body.MeetingRhythm,
            TermsOfReference = input.TermsOfReference.HasValue ? input.TermsOfReference.Value : body.TermsOfReference,
            Description = input.Description.HasValue ? input.Description.Value : body.Description,
        };
    }
}

/// <summary>What an act on an institution came to.</summary>
public sealed class InstitutionPayload(ActResult result) : ActPayload(result);
