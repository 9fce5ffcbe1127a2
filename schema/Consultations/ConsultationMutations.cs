using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>The acts of a consultation's life.</summary>
[MutationType]
public static class ConsultationMutations
{
    /// <summary>Opens a call for input to an audience. Whoever is among it may answer until the deadline.</summary>
    [Authorize]
    public static async Task<ConsultationPayload> OpenConsultation(
        OpenConsultationInput input, ActRunner acts, ConsultationRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var convener = act.MustActAs(input.Office, "open a consultation", Roles.WhoDecide);
            var consultation = Create(act, convener.OfficeId, input);
            await publication.ShareAsync(act, consultation, input.Audience, input.Handling);
            var check = new InputCheck();
            rules.Check(check, consultation, act.Now);
            await Invitations.CheckAsync(act, check, consultation.InvitedIds, consultation.Readers, "invited");
            check.ThrowIfAny();
            act.Context.Add(consultation);
            act.Tell(ChangeType.ConsultationOpened, consultation);
            return consultation.Id;
        }));

    /// <summary>Changes an open consultation, such as its deadline.</summary>
    [Authorize]
    public static async Task<ConsultationPayload> ReviseConsultation(
        ReviseConsultationInput input, ActRunner acts, ConsultationRules rules, FieldContext field) =>
        new(await acts.StepAsync<Consultation>(
            field,
            ConsultationLife.Life,
            DocumentAct.Revise,
            new DocumentStep(input.Id, input.Version, input.Reason, input.ClientMutationId),
            (act, consultation) =>
            {
                Apply(consultation, input);
                var check = new InputCheck();
                rules.Check(check, consultation, input.ClosesAt is null ? DateTimeOffset.MinValue : act.Now);
                check.ThrowIfAny();
                consultation.WasRevisedBy(act.Person);
                act.Tell(ChangeType.ConsultationRevised, consultation);
                return Task.CompletedTask;
            }));

    /// <summary>
    /// Closes a consultation with a report on what came of it. Each submission now goes as far as its author chose; the others stay with the convener.
    /// </summary>
    [Authorize]
    public static async Task<ConsultationPayload> CloseConsultation(CloseConsultationInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            await act.LockConsultationAsync(input.Id);
            var consultation = await act.LoadAsync<Consultation>(input.Id, input.Version);
            ConsultationLife.Life.Take(act, consultation, DocumentAct.Close);
            act.Because(input.Reason);
            var check = new InputCheck();
            check.Text(input.Report, DocumentRules.MaxText, "report");
            check.ThrowIfAny();
            consultation.Body = Body(consultation.Purpose, consultation.Body.Questions, input.Report);
            act.Tell(ChangeType.ConsultationClosed, consultation);
            await act.Context.SaveChangesAsync(act.Cancellation);
            await act.Context.Database.ExecuteSqlAsync($"select r2p.release_submissions({consultation.Id}, {act.Now})", act.Cancellation);
            return consultation.Id;
        }));

    private static Consultation Create(Act act, Guid office, OpenConsultationInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Open,
        PublishedAt = act.Now,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Countries = [.. (input.Countries ?? []).Distinct()],
        InvitedIds = [.. (input.Invited ?? input.Audience.Offices ?? []).Where(invited => invited != office).Distinct()],
        ClosesAt = input.ClosesAt.ToUniversalTime(),
        Body = Body(input.Purpose, Questions(input.Questions), null),
    };

    private static void Apply(Consultation consultation, ReviseConsultationInput input)
    {
        consultation.Title = input.Title ?? consultation.Title;
        consultation.Summary = input.Summary.HasValue ? input.Summary.Value : consultation.Summary;
        consultation.Tags = input.Tags is null ? consultation.Tags : [.. input.Tags];
        consultation.Countries = input.Countries is null ? consultation.Countries : [.. input.Countries.Distinct()];
        consultation.ClosesAt = input.ClosesAt?.ToUniversalTime() ?? consultation.ClosesAt;
        consultation.Body = Body(
            input.Purpose ?? consultation.Purpose,
            input.Questions is null ? consultation.Body.Questions : Questions(input.Questions),
            consultation.Report);
    }

    private static ConsultationBody Body(string purpose, List<ConsultationQuestion> questions, string? report) =>
        new() { Purpose = purpose, Questions = questions, Report = report };

    private static List<ConsultationQuestion> Questions(IReadOnlyList<QuestionInput> questions) =>
        [.. questions.Select(question => new ConsultationQuestion { Key = question.Key, Text = question.Text })];
}

/// <summary>What an act on a consultation came to.</summary>
public sealed class ConsultationPayload(ActResult result) : ActPayload(result);
