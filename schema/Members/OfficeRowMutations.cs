using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Members;

/// <summary>Entries of an office's mandate.</summary>
/// <param name="Entries">What to record; at most 20.</param>
/// <param name="Office">Of which office; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordMandateInput(
    IReadOnlyList<MandateEntryInput> Entries, [property: ID<Office>] Guid? Office = null, string? ClientMutationId = null);

/// <summary>One matter of a mandate, from a day on. What was recorded on it before ends on that day, and stays readable as it was.</summary>
/// <param name="Topic">Which matter.</param>
/// <param name="Text">What is so (Markdown); at most 20,000 characters.</param>
/// <param name="Since">From which day on; today by default.</param>
/// <param name="Audience">Who reads it; by default your office.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
public sealed record MandateEntryInput(
    MandateTopic Topic, string Text, DateOnly? Since = null, AudienceInput? Audience = null, string Language = "en");

/// <summary>Changes to what an office says of itself in the directory.</summary>
/// <param name="Add">Details to add; at most 50.</param>
/// <param name="Remove">Details to remove.</param>
/// <param name="Office">Of which office; only needed by somebody who acts for several.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record UpdateProfileInput(
    IReadOnlyList<ProfileDetailInput>? Add = null,
    [property: ID<ProfileDetail>] IReadOnlyList<Guid>? Remove = null,
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A detail to add.</summary>
/// <param name="Topic">What it tells.</param>
/// <param name="Value">The detail itself; at most 500 characters. A theme is a code of the catalogue, a language a tag (BCP 47).</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
public sealed record ProfileDetailInput(ProfileTopic Topic, string Value, AudienceInput Audience, string Language = "en");

/// <summary>What an office says of its mandate and of itself.</summary>
[MutationType]
public static class OfficeRowMutations
{
    private static readonly Role[] WhoDescribe = [.. Roles.WhoDecide, Role.CivilSocietyContributor, Role.Observer];

    /// <summary>Records matters of your office's mandate, each from a day on and with readers of its own. What stood before is kept.</summary>
    [Authorize]
    public static async Task<OfficePayload> RecordMandate(
        RecordMandateInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "record this mandate", WhoDescribe).OfficeId;
            Check(input);
            foreach (var entry in input.Entries)
            {
                await RecordAsync(act, publication, office, entry);
            }

            return office;
        }));

    /// <summary>Adds and removes details of your office's entry in the directory, each with readers of its own.</summary>
    [Authorize]
    public static async Task<OfficePayload> UpdateProfile(
        UpdateProfileInput input, ActRunner acts, Publication publication, DocumentRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var office = act.MustActAs(input.Office, "describe this office", WhoDescribe).OfficeId;
            Check(input, rules);
            await RemoveAsync(act, office, input.Remove ?? []);
            foreach (var detail in input.Add ?? [])
            {
                var row = new ProfileDetail
                {
                    Id = act.NewId(),
                    OwnerId = office,
                    Language = detail.Language,
                    Topic = detail.Topic,
                    Value = detail.Value,
                    Audience = Audience.OwnOffice(),
                };
                await publication.OpenAsync(act, row, detail.Audience, expiresAt: null, "add");
                act.Context.Add(row);
                act.TellRow(ChangeType.ProfileUpdated, row);
            }

            return office;
        }));

    private static async Task RecordAsync(Act act, Publication publication, Guid office, MandateEntryInput entry)
    {
        var since = entry.Since ?? act.Today;
        var before = await act.Context.Visible<MandateEntry>()
            .Where(row => row.OwnerId == office && row.Topic == entry.Topic && row.Until == null)
            .ToListAsync(act.Cancellation);
        if (before.Any(row => row.Since > since))
        {
            throw Refuse.Invalid($"What stands on {Documents.EnumText.Of(entry.Topic)} holds from a later day on.", "input", "entries");
        }

        foreach (var row in before)
        {
            row.Until = since;
            act.TellRow(ChangeType.MandateRecorded, row);
        }

        var added = new MandateEntry
        {
            Id = act.NewId(),
            OwnerId = office,
            Language = entry.Language,
            Readers = ReaderRules.OfDraft(office),
            Topic = entry.Topic,
            Text = entry.Text,
            Since = since,
            Audience = Audience.OwnOffice(),
        };
        if (entry.Audience is { } audience)
        {
            await publication.OpenAsync(act, added, audience, expiresAt: null, "entries");
        }

        act.Context.Add(added);
        act.TellRow(ChangeType.MandateRecorded, added);
    }

    /// <summary>A number or an address that is removed is gone, its past included.</summary>
    private static async Task RemoveAsync(Act act, Guid office, IReadOnlyList<Guid> ids)
    {
        Guid[] wanted = [.. ids.Distinct()];
        var found = await act.Context.Visible<ProfileDetail>()
            .AsNoTracking()
            .Where(row => row.OwnerId == office && wanted.Contains(row.Id))
            .ToListAsync(act.Cancellation);
        if (found.Count != wanted.Length)
        {
            throw Refuse.NotFound("detail", "input", "remove");
        }

        foreach (var row in found)
        {
            await act.EraseAsync(row.Id, "Removed from the directory.", "detail");
            var before = row.Readers;
            row.Readers = ReaderRules.OfDraft(office);
            act.TellRemovedRow(ChangeType.ProfileUpdated, row, before);
        }
    }

    private static void Check(RecordMandateInput input)
    {
        var check = new InputCheck();
        check.Count(input.Entries, 20, "entries");
        check.Distinct(input.Entries.Select(entry => Documents.EnumText.Of(entry.Topic)), "entries");
        for (var i = 0; i < input.Entries.Count; i++)
        {
            check.Text(input.Entries[i].Text, DocumentRules.MaxText, "entries", $"{i}", "text");
            DocumentRules.Language(check, input.Entries[i].Language, "entries", $"{i}", "language");
        }

        check.ThrowIfAny();
    }

    private static void Check(UpdateProfileInput input, DocumentRules rules)
    {
        var check = new InputCheck();
        check.Count(input.Add, 50, "add");
        check.Count(input.Remove, 50, "remove");
        for (var i = 0; i < input.Add?.Count; i++)
        {
            var detail = input.Add[i];
            check.Text(detail.Value, 500, "add", $"{i}", "value");
            DocumentRules.Language(check, detail.Language, "add", $"{i}", "language");
            if (detail.Topic == ProfileTopic.Theme)
            {
                rules.Tags(check, [detail.Value], "add", $"{i}", "value");
            }
            else if (detail.Topic == ProfileTopic.Language)
            {
                DocumentRules.Language(check, detail.Value, "add", $"{i}", "value");
            }
        }

        check.ThrowIfAny();
    }
}
