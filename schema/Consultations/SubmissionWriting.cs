using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Consultations;

/// <summary>The steps of submitting to a consultation. The acts in one go one after the other.</summary>
internal static class SubmissionWriting
{
    public static Task LockConsultationAsync(this Act act, Guid id) => act.LockAsync(ActLock.Consultation, id.ToString());

    /// <summary>The consultation that an act is about; a closing waits until the act is done.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND, also for whoever may not see it.</exception>
    public static async Task<Consultation> EnterConsultationAsync(this Act act, Guid id, params IReadOnlyList<string> path)
    {
        await act.LockConsultationAsync(id);
        return await act.Context.Visible<Consultation>().SingleOrDefaultAsync(consultation => consultation.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("consultation", path);
    }

    public static void MustTakeSubmissions(this Consultation consultation, Act act)
    {
        if (consultation.Status != DocumentStatus.Open)
        {
            throw Refuse.Transition(act.Name, consultation.Status, DocumentStatus.Open);
        }

        if (consultation.ClosesAt <= act.Now)
        {
            throw Refuse.Invalid($"The deadline has passed, at {consultation.ClosesAt:yyyy-MM-dd HH:mm} UTC.", "input");
        }
    }

    /// <summary>The submissions that the viewer may see: what was released is shown to those only who may see its consultation, too.</summary>
    public static IQueryable<Submission> VisibleSubmissions(this DocumentContext db)
    {
        string[] tokens = [.. db.Access.Tokens];
        var consultations = db.Visible<Consultation>();
        return db.Readable<Submission>().Where(submission =>
            submission.OwnReaders.Any(reader => tokens.Contains(reader))
            || submission.Publication == PublicationChoice.Public
            || consultations.Any(consultation => consultation.Id == submission.ConsultationId));
    }

    public static async Task<Submission> FindSubmissionAsync(this Act act, Guid id) =>
        await act.Context.VisibleSubmissions().SingleOrDefaultAsync(submission => submission.Id == id, act.Cancellation)
            ?? throw Refuse.NotFound("submission", "input", "id");

    /// <summary>A submission of the viewer's own office that may still be changed, with that office.</summary>
    public static async Task<(Consultation Consultation, Submission Submission, Guid Office)> LoadOwnSubmissionAsync(this Act act, Guid id, int version)
    {
        var of = await act.Context.VisibleSubmissions()
            .Where(row => row.Id == id)
            .Select(row => (Guid?)row.ConsultationId)
            .SingleOrDefaultAsync(act.Cancellation) ?? throw Refuse.NotFound("submission", "input", "id");
        var consultation = await act.EnterConsultationAsync(of, "input", "id");
        var submission = await act.FindSubmissionAsync(id);
        var author = await act.Context.Readable<SubmissionAuthor>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.SubmissionId == id, act.Cancellation);
        var office = act.MustActFor(author?.OfficeId ?? Guid.Empty, "change this submission", ConsultationLife.WhoSubmit).OfficeId;
        consultation.MustTakeSubmissions(act);
        if (submission.Status != SubmissionStatus.Submitted)
        {
            throw Refuse.Transition(act.Name, submission.Status, SubmissionStatus.Submitted);
        }

        return submission.Version == version ? (consultation, submission, office) : throw Refuse.Stale(submission.Version);
    }

    /// <summary>Checks what was written, and puts it into a submission, signed as its publication wants it.</summary>
    public static async Task FillAsync(
        Act act, Consultation consultation, Submission submission, Guid office, SubmissionInput input, ConsultationRules rules)
    {
        var check = new InputCheck();
        rules.Check(check, consultation, input);
        check.ThrowIfAny();
        submission.Publication = input.Publication;
        submission.Text = input.Text;
        submission.Answers = [.. (input.Answers ?? []).Select(answer => new QuestionAnswer { Question = answer.Question, Text = answer.Text })];
        submission.CommunityActors = [.. input.OnBehalfOf ?? []];
        submission.UpdatedAt = act.Now;
        await SignAsync(act, submission, office);
    }

    public static SubmissionAuthor AuthorOf(Act act, Submission submission, Guid office) => new()
    {
        SubmissionId = submission.Id,
        OfficeId = office,
        PersonId = act.Person,
        Readers = ReaderRules.OfOffices(office, submission.OwnerId),
    };

    /// <summary>Tells the convener and the author; under a seal the log does not know who acted.</summary>
    public static void TellSubmission(this Act act, ChangeType type, Consultation consultation, Submission submission, bool? hidesActor = null) =>
        act.Session.Append(type.ToldTo(submission.OwnReaders) with
        {
            DocumentId = consultation.Id,
            DocumentKind = EnumText.Of(DocumentKind.Consultation),
            Version = consultation.Version,
            HidesActor = hidesActor ?? submission.OfficeId is null,
        });

    private static async Task SignAsync(Act act, Submission submission, Guid office)
    {
        if (submission.Publication is PublicationChoice.Named or PublicationChoice.Public)
        {
            submission.OfficeId = office;
            submission.Signature = await act.Context.Readable<Office>().Where(o => o.Id == office).Select(o => o.Name).SingleAsync(act.Cancellation);
            submission.OwnReaders = ReaderRules.OfOffices(submission.OwnerId, office);
        }
        else
        {
            var seal = await act.Context.Database.SqlQuery<Guid>($"select r2p.seal_of({office}) as \"Value\"").SingleAsync(act.Cancellation);
            submission.OfficeId = null;
            submission.Signature = "Known to the convener only";
            submission.OwnReaders = [ReaderToken.Office(submission.OwnerId), ReaderToken.Seal(seal)];
        }

        submission.Readers = submission.OwnReaders;
    }
}
