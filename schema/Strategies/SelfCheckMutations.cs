using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>How an office sees itself.</summary>
[MutationType]
public static class SelfCheckMutations
{
    /// <summary>
    /// Records how your office sees its State, or its organization, against a list; or changes what it recorded. It is shared with nobody by it.
    /// </summary>
    [Authorize]
    public static async Task<SelfCheckPayload> RecordSelfCheck(
        RecordSelfCheckInput input, ActRunner acts, SelfCheckRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = input.Id is { } id ? await LoadAsync(act, id, input) : Add(act, input);
            rules.Check(input, check);
            check.Language = input.Language;
            check.Body = new SelfCheckBody
            {
                Answers = [.. input.Answers.Select(answer => new SelfCheckAnswer { Code = answer.Code, State = answer.State, Note = answer.Note })],
            };
            act.TellRow(ChangeType.SelfCheckRecorded, check);
            return check.Id;
        }));

    /// <summary>Shares a self-check with an audience, if the State wishes; or takes it back into the office.</summary>
    [Authorize]
    public static async Task<SelfCheckPayload> ShareSelfCheck(
        ShareSelfCheckInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var check = await act.LoadAsync<SelfCheck>(input.Id, input.Version);
            act.MustActFor(check.OwnerId, "share this self-check", Roles.WhoDecide);
            act.Because(input.Reason);
            await publication.OpenAsync(act, check, input.Audience, null, "audience");
            check.PublishedAt ??= act.Now;
            act.TellRow(ChangeType.SelfCheckShared, check);
            return check.Id;
        }));

    private static async Task<SelfCheck> LoadAsync(Act act, Guid id, RecordSelfCheckInput input)
    {
        var version = input.Version ?? throw Refuse.Invalid("Name the version that you saw.", "input", "version");
        var check = await act.LoadAsync<SelfCheck>(id, version);
        act.MustActFor(check.OwnerId, "change this self-check", check.PublishedAt is null ? Roles.WhoDraft : Roles.WhoDecide);
        return check.List == input.List && check.Partner == input.Partner
            ? check
            : throw Refuse.Invalid("A self-check keeps its list and its partner: record another one.", "input", "list");
    }

    private static SelfCheck Add(Act act, RecordSelfCheckInput input)
    {
        var author = act.MustActAs(
            input.Office, "record a self-check", Role.NationalFocalPoint, Role.NationalContributor, Role.RegionalFocalPoint, Role.NetworkSecretariat);
        var (country, organization) = Subjects.Of(author);
        var check = new SelfCheck
        {
            Id = act.NewId(),
            OwnerId = author.OfficeId,
            Readers = ReaderRules.OfDraft(author.OfficeId),
            Audience = Audience.OwnOffice(),
            Language = input.Language,
            List = input.List,
            Country = country,
            Organization = organization,
            Partner = input.Partner,
            Body = new SelfCheckBody(),
        };
        act.Context.Add(check);
        return check;
    }
}

/// <summary>What an act on a self-check came to.</summary>
public sealed class SelfCheckPayload(ActResult result) : ActPayload(result);

/// <summary>What a self-check has to keep to.</summary>
public sealed class SelfCheckRules(Catalogue.Catalogue catalogue)
{
    /// <summary>Checks what an office says.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(RecordSelfCheckInput input, SelfCheck self)
    {
        var check = new InputCheck();
        DocumentRules.Language(check, input.Language);
        CheckPartner(check, input, self);
        if (input.Answers is [])
        {
            check.Add("Say something to at least one entry of the list.", "answers");
        }

        var codes = catalogue.CodeLists.First(list => list.Name == NameOf(input.List)).Entries.Select(entry => entry.Code).ToHashSet();
        check.Distinct(input.Answers.Select(answer => answer.Code), "answers");
        for (var i = 0; i < input.Answers.Count; i++)
        {
            DocumentRules.Code(check, codes.Contains, $"entry of {NameOf(input.List)}", input.Answers[i].Code, "answers", $"{i}", "code");
            check.OptionalText(input.Answers[i].Note, 4_000, "answers", $"{i}", "note");
        }

        check.ThrowIfAny();
    }

    private void CheckPartner(InputCheck check, RecordSelfCheckInput input, SelfCheck self)
    {
        if (input.List != SelfCheckList.RegionalSteps2016)
        {
            if (input.Partner is not null)
            {
                check.Add("Only the steps of 2016 are gone through with a partner.", "partner");
            }
        }
        else if (input.Partner is null || input.Partner == self.Organization || !IsBody(input.Partner))
        {
            check.Add("Name the other body: the code of a regional organization or of a body of the United Nations.", "partner");
        }
    }

    private bool IsBody(string code) => catalogue.IsOrganization(code) || catalogue.UnEntities.Any(entity => entity.Code == code);

    private static string NameOf(SelfCheckList list) => list switch
    {
        SelfCheckList.Recommendations2013 => "memberStateRecommendations2013",
        SelfCheckList.Calls2015 => "memberStateCalls2015",
        SelfCheckList.Priorities2015 => "priorities2015",
        SelfCheckList.SecretaryGeneralActions2015 => "secretaryGeneralActions2015",
        _ => "regionalSteps2016",
    };
}
