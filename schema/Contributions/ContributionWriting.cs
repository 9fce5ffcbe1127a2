using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Contributions;

/// <summary>From inputs to contributions and invitations.</summary>
public sealed class ContributionWriting(DocumentRules rules)
{
    internal static async Task CheckAsync(Act act, InviteContributionInput input, Guid owner)
    {
        var check = new InputCheck();
        check.Text(input.Question, 4_000, "question");
        if (input.Office == owner || !await act.Context.Readable<Office>().AnyAsync(office => office.Id == input.Office, act.Cancellation))
        {
            check.Add("There is no such other office.", "office");
        }

        if (input.DueOn < act.Today)
        {
            check.Add("Must not lie in the past.", "dueOn");
        }

        check.ThrowIfAny();
    }

    internal static ContributionInvitation Invite(Act act, Assessment assessment, InviteContributionInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = assessment.OwnerId,
        OfficeId = input.Office,
        AssessmentId = assessment.Id,
        Question = input.Question,
        DueOn = input.DueOn,
        CreatedAt = act.Now,
        Readers = ReaderRules.OfTwoOffices(assessment.OwnerId, input.Office),
    };

    internal async Task<Contribution> WriteAsync(Act act, ViewerAppointment author, SubmitContributionInput input)
    {
        Check(input);
        var invitation = await FindInvitationAsync(act, author, input);
        var receiver = await FindReceiverAsync(act, author, input, invitation);
        await CheckAssessmentAsync(act, input);
        var isSealed = input.Signature == ContributionSignature.Sealed;
        return new Contribution
        {
            Id = act.NewId(),
            ReceiverId = receiver,
            OfficeId = isSealed ? null : author.OfficeId,
            Signature = isSealed ? "A contributor who is not named" : await NameAsync(act, author.OfficeId),
            InvitationId = invitation?.Id,
            AssessmentId = invitation?.AssessmentId ?? input.AssessmentId,
            Country = input.Country,
            Language = input.Language,
            Title = input.Title,
            Text = input.Text,
            Tags = [.. input.Tags ?? []],
            CreatedAt = act.Now,
            Version = 1,
            Readers = ReaderRules.OfContribution(
                receiver, isSealed ? ReaderToken.Seal(await SealAsync(act, author.OfficeId)) : ReaderToken.Office(author.OfficeId)),
        };
    }

    private void Check(SubmitContributionInput input)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, input.Title);
        check.Text(input.Text, DocumentRules.MaxText, "text");
        DocumentRules.Language(check, input.Language);
        rules.Country(check, input.Country, "country");
        rules.Tags(check, input.Tags);
        if (input is { Signature: ContributionSignature.Sealed, InvitationId: not null })
        {
            check.Add("An invitation would name you: leave it out, or sign with your office.", "signature");
        }

        if (input is { Receiver: null, InvitationId: null })
        {
            check.Add("Name the office that receives it.", "receiver");
        }

        check.ThrowIfAny();
    }

    private static async Task<ContributionInvitation?> FindInvitationAsync(Act act, ViewerAppointment author, SubmitContributionInput input) =>
        input.InvitationId is not { } id
            ? null
            : await act.Context.Readable<ContributionInvitation>()
                .SingleOrDefaultAsync(invitation => invitation.Id == id && invitation.OfficeId == author.OfficeId, act.Cancellation)
                ?? throw Refuse.NotFound("invitation", "input", "invitationId");

    private static async Task<Guid> FindReceiverAsync(
        Act act, ViewerAppointment author, SubmitContributionInput input, ContributionInvitation? invitation)
    {
        if (invitation is not null && input.Receiver is { } other && other != invitation.OwnerId)
        {
            throw Refuse.Invalid("The invitation comes from another office.", "input", "receiver");
        }

        var receiver = invitation?.OwnerId ?? input.Receiver!.Value;
        return receiver != author.OfficeId && await act.Context.Readable<Office>().AnyAsync(office => office.Id == receiver, act.Cancellation)
            ? receiver
            : throw Refuse.Invalid("There is no such other office.", "input", "receiver");
    }

    private static async Task CheckAssessmentAsync(Act act, SubmitContributionInput input)
    {
        if (input is { InvitationId: null, AssessmentId: { } id }
            && !await act.Context.Visible<Assessment>().AnyAsync(assessment => assessment.Id == id, act.Cancellation))
        {
            throw Refuse.NotFound("assessment", "input", "assessmentId");
        }
    }

    private static Task<string> NameAsync(Act act, Guid office) =>
        act.Context.Readable<Office>().Where(o => o.Id == office).Select(o => o.Name).SingleAsync(act.Cancellation);

    private static Task<Guid> SealAsync(Act act, Guid office) =>
        act.Context.Database.SqlQuery<Guid>($"select r2p.seal_of({office}) as \"Value\"").SingleAsync(act.Cancellation);
}
