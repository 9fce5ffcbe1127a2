using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>A pledge to put on record.</summary>
/// <param name="Kind">What kind of pledge it is.</param>
/// <param name="Title">What the pledge is called; at most 300 characters.</param>
/// <param name="Text">What is pledged (Markdown); at most 20,000 characters.</param>
/// <param name="MadeOn">When it was made.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Initiative">The group or initiative that made it (a network's code).</param>
/// <param name="Source">Where it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordPledgeInput(
    PledgeKind Kind,
    string Title,
    string Text,
    DateOnly MadeOn,
    AudienceInput Audience,
    string? Initiative = null,
    string? Source = null,
    string Language = "en",
    [property: ID<Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A State stands behind a pledge.</summary>
/// <param name="Pledge">The pledge.</param>
/// <param name="Audience">Who may know that your State stands behind it.</param>
/// <param name="Since">Since when; today by default.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SupportPledgeInput(
    [property: ID<Pledge>] Guid Pledge, AudienceInput Audience, DateOnly? Since = null, string? ClientMutationId = null);

/// <summary>A State does not stand behind a pledge any more.</summary>
/// <param name="Id">The support.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="Until">The first day on which the State does not stand behind it; today by default.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record EndPledgeSupportInput(
    [property: ID<PledgeSupport>] Guid Id, int Version, DateOnly? Until = null, string? ClientMutationId = null);

/// <summary>What a State says of a veto that it cast.</summary>
/// <param name="CastOn">When it was cast.</param>
/// <param name="Draft">On which draft it was cast; at most 500 characters.</param>
/// <param name="Explanation">Why (Markdown); at most 20,000 characters.</param>
/// <param name="AlternativePlan">What the State proposes instead (Markdown); at most 20,000 characters.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record ExplainVetoInput(
    DateOnly CastOn,
    string Draft,
    string Explanation,
    string AlternativePlan,
    AudienceInput Audience,
    string Language = "en",
    string? ClientMutationId = null);

/// <summary>The register of pledges.</summary>
[MutationType]
public static class PledgeMutations
{
    /// <summary>Puts a pledge on record: an act of a State's focal point, or of a secretariat. Nobody stands behind it by that.</summary>
    [Authorize]
    public static async Task<PledgePayload> RecordPledge(
        RecordPledgeInput input, ActRunner acts, Publication publication, Catalogue.Catalogue catalogue, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "record this pledge", Roles.WhoDecide);
            Check(input, catalogue, act.Today);
            var pledge = new Pledge
            {
                Id = act.NewId(),
                OwnerId = author.OfficeId,
                Audience = Audience.OwnOffice(),
                Language = input.Language,
                Kind = input.Kind,
                Title = input.Title,
                Text = input.Text,
                MadeOn = input.MadeOn,
                Initiative = input.Initiative,
                Source = input.Source,
            };
            await publication.OpenAsync(act, pledge, input.Audience, expiresAt: null, "audience");
            act.Context.Add(pledge);
            act.TellRow(ChangeType.PledgeRecorded, pledge);
            return pledge.Id;
        }));

    /// <summary>Says that your State stands behind a pledge. Only the State itself can.</summary>
    [Authorize]
    public static async Task<PledgePayload> SupportPledge(
        SupportPledgeInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var state = act.MustActAs(office: null, "speak for a State", Role.NationalFocalPoint);
            await act.LockAsync(ActLock.PledgeSupport, $"{input.Pledge} {state.PartyCode}");
            if (!await act.Context.Visible<Pledge>().AnyAsync(pledge => pledge.Id == input.Pledge, act.Cancellation))
            {
                throw Refuse.NotFound("pledge", "input", "pledge");
            }

            if (await act.Context.Visible<PledgeSupport>().AnyAsync(
                row => row.PledgeId == input.Pledge && row.Country == state.PartyCode && row.Until == null, act.Cancellation))
            {
                throw Refuse.Invalid("Your State stands behind it already.", "input", "pledge");
            }

            var support = new PledgeSupport
            {
                Id = act.NewId(),
                OwnerId = state.OfficeId,
                Audience = Audience.OwnOffice(),
                Language = "en",
                PledgeId = input.Pledge,
                Country = state.PartyCode,
                Since = input.Since ?? act.Today,
            };
            await publication.OpenAsync(act, support, input.Audience, expiresAt: null, "audience");
            act.Context.Add(support);
            act.TellRow(ChangeType.PledgeSupported, support);
            return input.Pledge;
        }));

    /// <summary>Says that your State does not stand behind a pledge any more. That it did stays on record.</summary>
    [Authorize]
    public static async Task<PledgePayload> EndPledgeSupport(EndPledgeSupportInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var support = await act.LoadAsync<PledgeSupport>(input.Id, input.Version);
            act.MustActFor(support.OwnerId, "speak for this State", Role.NationalFocalPoint);
            if (support.Until is { } ended)
            {
                throw Refuse.Invalid($"Your State has not stood behind it since {ended:yyyy-MM-dd}.", "input", "id");
            }

            support.Until = input.Until ?? act.Today;
            if (support.Until < support.Since)
            {
                throw Refuse.Invalid($"Your State has stood behind it since {support.Since:yyyy-MM-dd}: it can't end before.", "input", "until");
            }

            act.TellRow(ChangeType.PledgeSupportEnded, support);
            return support.PledgeId;
        }));

    /// <summary>Explains a veto that your own State cast, and what it proposes instead.</summary>
    [Authorize]
    public static async Task<VetoExplanationPayload> ExplainVeto(
        ExplainVetoInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var state = act.MustActAs(office: null, "speak for a State", Role.NationalFocalPoint);
            var check = new InputCheck();
            check.Text(input.Draft, 500, "draft");
            check.Text(input.Explanation, DocumentRules.MaxText, "explanation");
            check.Text(input.AlternativePlan, DocumentRules.MaxText, "alternativePlan");
            DocumentRules.Language(check, input.Language);
            check.ThrowIfAny();
            var explanation = new VetoExplanation
            {
                Id = act.NewId(),
                OwnerId = state.OfficeId,
                Audience = Audience.OwnOffice(),
                Language = input.Language,
                Country = state.PartyCode,
                CastOn = input.CastOn,
                Draft = input.Draft,
                Explanation = input.Explanation,
                AlternativePlan = input.AlternativePlan,
            };
            await publication.OpenAsync(act, explanation, input.Audience, expiresAt: null, "audience");
            act.Context.Add(explanation);
            act.TellRow(ChangeType.VetoExplained, explanation);
            return explanation.Id;
        }));

    private static void Check(RecordPledgeInput input, Catalogue.Catalogue catalogue, DateOnly today)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, input.Title);
        check.Text(input.Text, DocumentRules.MaxText, "text");
        DocumentRules.Language(check, input.Language);
        check.Address(input.Source, "source");
        if (input.Initiative is { } initiative)
        {
            DocumentRules.Code(check, catalogue.IsNetwork, "network", initiative, "initiative");
        }

        if (input.MadeOn > today)
        {
            check.Add("Lies in the future.", "madeOn");
        }

        check.ThrowIfAny();
    }
}

/// <summary>What an act on a pledge came to.</summary>
public sealed class PledgePayload(ActResult result) : ActPayload(result);

/// <summary>What the explanation of a veto came to.</summary>
public sealed class VetoExplanationPayload(ActResult result) : ActPayload(result);
