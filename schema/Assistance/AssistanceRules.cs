using System.Globalization;
using System.Text.RegularExpressions;
using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>What requests and offers have to keep to, whether they are new or changed.</summary>
public sealed partial class AssistanceRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    /// <summary>The catalogue's code of the category of encouragement.</summary>
    public const string Encouragement = "ENCOURAGEMENT";

    /// <summary>Checks a request as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(AssistanceRequest request)
    {
        var check = new InputCheck();
        CheckEnvelope(check, request);
        CheckSubject(check, request);
        CheckForm(check, request.Category, request.Form);
        if (request.CivilianForm is { } civilian)
        {
            DocumentRules.Code(check, code => catalogue.Is(code, CodeKind.CivilianForm), "form of civilian help", civilian, "civilianForm");
        }

        Codes(check, CodeKind.Inhibitor, "inhibitor", request.Inhibitors, "inhibitors");
        check.Text(request.Body.WhatFor, DocumentRules.MaxText, "whatFor");
        CheckPrinciples(check, request.Body.Principles);
        CheckNeeds(check, request.Body);
        CheckContacts(check, request.Body.Contacts);
        check.ThrowIfAny();
    }

    /// <summary>Checks an offer as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(AssistanceOffer offer, AssistanceRequest? request)
    {
        var check = new InputCheck();
        CheckEnvelope(check, offer);
        rules.Country(check, offer.Country, "country");
        CheckForm(check, offer.Category, offer.Form);
        Codes(check, CodeKind.CivilianForm, "form of civilian help", offer.CivilianForms, "civilianForms");
        Codes(check, CodeKind.Inhibitor, "inhibitor", offer.Inhibitors, "inhibitors");
        check.Text(offer.Body.What, DocumentRules.MaxText, "what");
        if (!offer.Standing || offer.Body.Principles.Count > 0)
        {
            CheckPrinciples(check, offer.Body.Principles);
        }

        CheckRoster(check, offer.Body.Roster);
        CheckPledges(check, offer.Body.Pledges, request);
        CheckContacts(check, offer.Body.Contacts);
        check.ThrowIfAny();
    }

    /// <summary>Checks an activity of encouragement.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(EncouragementActivity activity)
    {
        var check = new InputCheck();
        DocumentRules.Code(check, catalogue.IsCountry, "country", activity.Country, "country");
        CheckForm(check, Encouragement, activity.Form);
        check.Text(activity.What, DocumentRules.MaxText, "what");
        check.ThrowIfAny();
    }

    private void CheckSubject(InputCheck check, AssistanceRequest request)
    {
        if (request.Organization is null)
        {
            DocumentRules.Code(check, catalogue.IsCountry, "country", request.Country ?? "", "country");
        }
        else if (request.Country is not null)
        {
            check.Add("Help is needed in a State, or by an organization for itself: name one of the two.", "organization");
        }
    }

    private void CheckEnvelope(InputCheck check, SharedDocument document)
    {
        DocumentRules.Title(check, document.Title);
        DocumentRules.Summary(check, document.Summary);
        DocumentRules.Language(check, document.Language);
        rules.Tags(check, document.Tags);
    }

    private void CheckForm(InputCheck check, string category, string form)
    {
        if (catalogue.AssistanceCategories.FirstOrDefault(known => known.Code == category) is not { } found)
        {
            check.Add($"Unknown category of help \"{category}\". The catalogue lists the codes.", "category");
        }
        else if (found.Forms.All(known => known.Code != form))
        {
            check.Add($"\"{form}\" is no form of {category}. The catalogue lists the codes.", "form");
        }
    }

    private void Codes(InputCheck check, CodeKind kind, string what, string[] codes, string field)
    {
        check.Count(codes, DocumentRules.MaxEntries, field);
        check.Distinct(codes, field);
        for (var i = 0; i < codes.Length; i++)
        {
            DocumentRules.Code(check, code => catalogue.Is(code, kind), what, codes[i], field, $"{i}");
        }
    }

    private void CheckPrinciples(InputCheck check, List<PrincipleAnswer> answers)
    {
        check.Distinct(answers.Select(answer => answer.Principle), "principles");
        for (var i = 0; i < answers.Count; i++)
        {
            DocumentRules.Code(
                check,
                code => catalogue.Is(code, CodeKind.AssistancePrinciple),
                "principle of assistance",
                answers[i].Principle, "principles", $"{i}", "principle");
            check.Text(answers[i].Answer, 4_000, "principles", $"{i}", "answer");
        }

        foreach (var open in catalogue.AssistancePrinciples.Where(principle => answers.TrueForAll(answer => answer.Principle != principle.Code)))
        {
            check.Add($"Says nothing on {open.Code}: {open.Name}.", "principles");
        }
    }

    private void CheckNeeds(InputCheck check, AssistanceRequestBody body)
    {
        check.Distinct(body.NeedsAssessment.Select(need => need.Inhibitor), "needsAssessment");
        for (var i = 0; i < body.NeedsAssessment.Count; i++)
        {
            DocumentRules.Code(check, catalogue.IsInhibitor, "inhibitor", body.NeedsAssessment[i].Inhibitor, "needsAssessment", $"{i}", "inhibitor");
            check.Text(body.NeedsAssessment[i].Finding, DocumentRules.MaxText, "needsAssessment", $"{i}", "finding");
        }

        check.Count(body.Needs, DocumentRules.MaxEntries, "needs");
        check.Distinct(body.Needs.Select(need => need.Key), "needs");
        for (var i = 0; i < body.Needs.Count; i++)
        {
            check.Text(body.Needs[i].Key, 20, "needs", $"{i}", "key");
            check.Text(body.Needs[i].What, 1_000, "needs", $"{i}", "what");
            CheckAmount(check, body.Needs[i].Kind, body.Needs[i].Amount, body.Needs[i].Unit, "needs", $"{i}");
        }
    }

    private static void CheckPledges(InputCheck check, List<AssistancePledge> pledges, AssistanceRequest? request)
    {
        check.Count(pledges, DocumentRules.MaxEntries, "pledges");
        for (var i = 0; i < pledges.Count; i++)
        {
            var pledge = pledges[i];
            check.Text(pledge.What, 1_000, "pledges", $"{i}", "what");
            CheckAmount(check, pledge.Kind, pledge.Amount, pledge.Unit, "pledges", $"{i}");
            if (pledge.Need is { } need && request?.Body.Needs.Exists(known => known.Key == need) != true)
            {
                check.Add($"The request has no need \"{need}\".", "pledges", $"{i}", "need");
            }
        }
    }

    private static void CheckAmount(InputCheck check, ResourceKind kind, string? amount, string? unit, string list, string at)
    {
        if (amount is not null && !DecimalText().IsMatch(amount))
        {
            check.Add($"\"{amount}\" is no amount such as 12500.50.", list, at, "amount");
        }
        else if (amount is null && kind == ResourceKind.Money)
        {
            check.Add("Money needs an amount.", list, at, "amount");
        }

        if (amount is not null && (kind == ResourceKind.Money ? !Currency().IsMatch(unit ?? "") : string.IsNullOrWhiteSpace(unit) || unit.Length > 100))
        {
            check.Add(kind == ResourceKind.Money ? "Money needs a currency (ISO 4217), such as EUR." : "Say what is counted.", list, at, "unit");
        }
    }

    private void CheckRoster(InputCheck check, List<RosterEntry> roster)
    {
        check.Count(roster, DocumentRules.MaxEntries, "roster");
        for (var i = 0; i < roster.Count; i++)
        {
            DocumentRules.Code(check, code => catalogue.Is(code, CodeKind.CivilianForm), "form of civilian help", roster[i].Skill, "roster", $"{i}", "skill");
            check.OptionalText(roster[i].Note, 1_000, "roster", $"{i}", "note");
            if (roster[i].People is < 1 or > 10_000)
            {
                check.Add($"{roster[i].People.ToString(CultureInfo.InvariantCulture)} is no number of people between 1 and 10000.", "roster", $"{i}", "people");
            }
        }
    }

    private static void CheckContacts(InputCheck check, List<AuthorityContact> contacts)
    {
        check.Count(contacts, DocumentRules.MaxEntries, "contacts");
        for (var i = 0; i < contacts.Count; i++)
        {
            check.Text(contacts[i].Authority, 300, "contacts", $"{i}", "authority");
            check.Text(contacts[i].Purpose, 1_000, "contacts", $"{i}", "purpose");
        }
    }

    [GeneratedRegex(@"^\d{1,15}(?:\.\d{1,4})?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DecimalText();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Currency();
}
