using R2P.Schema.Acts;
using R2P.Schema.Catalogue;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>What an alert has to keep to, whether it was just raised or changed.</summary>
public sealed class AlertRules(Catalogue.Catalogue catalogue, DocumentRules rules)
{
    private const string OpenSource = "SRC_OPEN_SOURCE";
    private const int MaxKey = 20;

    /// <summary>Checks an alert as it would stand.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(Alert alert)
    {
        var check = new InputCheck();
        DocumentRules.Title(check, alert.Title);
        DocumentRules.Summary(check, alert.Summary);
        DocumentRules.Language(check, alert.Language);
        rules.Tags(check, alert.Tags);
        CheckCodes(check, alert);
        CheckWords(check, alert);
        CheckInformation(check, alert.Body.Information);
        CheckOptions(check, alert);
        CheckResponse(check, alert.Body);
        check.ThrowIfAny();
    }

    /// <summary>Checks a decision against the alert's options.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(Alert alert, DecideAlertInput input)
    {
        var check = new InputCheck();
        check.Text(input.Reason, 4_000, "reason");
        check.OptionalText(input.CommonMessage, DocumentRules.MaxText, "commonMessage");
        CheckOptions(check, alert);
        CheckChosen(check, alert, input);
        if (input.Decision == AlertDecisionKind.Refer != input.ReferTo.HasValue)
        {
            check.Add("Goes with REFER, and REFER with it.", "referTo");
        }

        check.Count(input.Tasks, DocumentRules.MaxEntries, "tasks");
        for (var i = 0; i < input.Tasks?.Count; i++)
        {
            check.Text(input.Tasks[i].What, 4_000, "tasks", $"{i}", "what");
            if (input.Tasks[i].Tool is { } tool)
            {
                DocumentRules.Code(check, catalogue.IsTool, "tool", tool, "tasks", $"{i}", "tool");
            }
        }

        check.ThrowIfAny();
    }

    /// <summary>Checks what an analyst wrote.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public static void Check(Alert alert, AddAlertAnalysisInput input)
    {
        var check = new InputCheck();
        check.Text(input.Text, DocumentRules.MaxText, "text");
        NoTraces.Check(check, input.Text, "text");
        check.Distinct(input.RestsOn, "restsOn");
        for (var i = 0; i < input.RestsOn?.Count; i++)
        {
            if (alert.Body.Information.TrueForAll(heard => heard.Key != input.RestsOn[i]))
            {
                check.Add($"The alert has no information \"{input.RestsOn[i]}\".", "restsOn", $"{i}");
            }
        }

        check.ThrowIfAny();
    }

    /// <summary>Checks what an office can do.</summary>
    /// <exception cref="ActRefusedException">With everything that is not acceptable.</exception>
    public void Check(ContributeToAlertInput input)
    {
        var check = new InputCheck();
        check.Text(input.Text, DocumentRules.MaxText, "text");
        DocumentRules.Code(check, code => catalogue.Is(code, CodeKind.ResponseStep), "step of a timely response", input.Step, "step");
        if (input.Tool is { } tool)
        {
            DocumentRules.Code(check, catalogue.IsTool, "tool", tool, "tool");
        }

        check.ThrowIfAny();
    }

    private void CheckCodes(InputCheck check, Alert alert)
    {
        DocumentRules.Code(check, catalogue.IsCountry, "country", alert.Country, "country");
        Codes(check, CodeKind.CommunityActor, "community actor", alert.Communities, "communities");
        Codes(check, CodeKind.Trigger, "trigger", alert.Triggers, "triggers");
        Codes(check, CodeKind.InformationSource, "kind of source", alert.SourceKinds, "sourceKinds");
        if (alert.SourceKinds is [])
        {
            check.Add("Name at least one kind of source.", "sourceKinds");
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

    private static void CheckWords(InputCheck check, Alert alert)
    {
        check.OptionalText(alert.Place, 300, "place");
        check.OptionalText(alert.GroupAtRisk, 300, "groupAtRisk");
        NoTraces.Check(check, alert.Summary, "summary");
        NoTraces.Check(check, alert.Place, "place");
        NoTraces.Check(check, alert.GroupAtRisk, "groupAtRisk");
        check.Count(alert.Body.Actors, DocumentRules.MaxEntries, "actors");
        for (var i = 0; i < alert.Body.Actors.Count; i++)
        {
            check.OptionalText(alert.Body.Actors[i].Conduct, DocumentRules.MaxText, "actors", $"{i}", "conduct");
        }
    }

    private void CheckInformation(InputCheck check, List<AlertInformation> information)
    {
        check.Count(information, DocumentRules.MaxEntries, "information");
        check.Distinct(information.Select(heard => heard.Key), "information");
        for (var i = 0; i < information.Count; i++)
        {
            var (heard, at) = (information[i], $"{i}");
            check.Text(heard.Key, MaxKey, "information", at, "key");
            DocumentRules.Code(check, catalogue.IsInformationSource, "kind of source", heard.SourceKind, "information", at, "sourceKind");
            check.Text(heard.Text, DocumentRules.MaxText, "information", at, "text");
            check.Address(heard.Url, "information", at, "url");
            check.OptionalText(heard.Caution, 4_000, "information", at, "caution");
            NoTraces.Check(check, heard.Text, "information", at, "text");
            if (string.IsNullOrWhiteSpace(heard.Caution) && (heard.SourceKind == OpenSource || heard.Url is not null))
            {
                check.Add("Say with what caution to read an open source, or what is linked.", "information", at, "caution");
            }
        }
    }

    private void CheckOptions(InputCheck check, Alert alert)
    {
        var options = alert.Body.Options;
        check.Count(options, DocumentRules.MaxEntries, "options");
        check.Distinct(options.Select(option => option.Key), "options");
        if (options.Count > 0 && alert.DueOn is null)
        {
            check.Add("Options need a date by which to decide.", "dueOn");
        }

        for (var i = 0; i < options.Count; i++)
        {
            var (option, at) = (options[i], $"{i}");
            check.Text(option.Key, MaxKey, "options", at, "key");
            DocumentRules.Code(check, catalogue.IsTool, "tool", option.Tool, "options", at, "tool");
            check.Text(option.What, DocumentRules.MaxText, "options", at, "what");
            check.Text(option.RiskOfHarm, DocumentRules.MaxText, "options", at, "riskOfHarm");
            check.OptionalText(option.Conditions, DocumentRules.MaxText, "options", at, "conditions");
            check.OptionalText(option.Who, 1_000, "options", at, "who");
        }
    }

    private void CheckResponse(InputCheck check, AlertBody body)
    {
        check.Distinct(body.Prerequisites.Select(answer => answer.Prerequisite), "prerequisites");
        for (var i = 0; i < body.Prerequisites.Count; i++)
        {
            DocumentRules.Code(
                check,
                code => catalogue.Is(code, CodeKind.ResponsePrerequisite),
                "prerequisite",
                body.Prerequisites[i].Prerequisite, "prerequisites", $"{i}", "prerequisite");
            check.Text(body.Prerequisites[i].Answer, DocumentRules.MaxText, "prerequisites", $"{i}", "answer");
        }

        check.Distinct(body.CouncilAvenues.Select(avenue => avenue.Avenue), "councilAvenues");
        for (var i = 0; i < body.CouncilAvenues.Count; i++)
        {
            DocumentRules.Code(
                check,
                code => catalogue.Is(code, CodeKind.CouncilAvenue),
                "way to the Council",
                body.CouncilAvenues[i].Avenue, "councilAvenues", $"{i}", "avenue");
            check.OptionalText(body.CouncilAvenues[i].Note, DocumentRules.MaxText, "councilAvenues", $"{i}", "note");
        }

        check.Count(body.Dialogue, DocumentRules.MaxEntries, "dialogue");
        for (var i = 0; i < body.Dialogue.Count; i++)
        {
            check.Text(body.Dialogue[i].With, 1_000, "dialogue", $"{i}", "with");
            check.Text(body.Dialogue[i].Outcome, DocumentRules.MaxText, "dialogue", $"{i}", "outcome");
        }
    }

    private static void CheckChosen(InputCheck check, Alert alert, DecideAlertInput input)
    {
        if (input.Decision != AlertDecisionKind.Refer && alert.Body.Options is [])
        {
            check.Add("There is nothing to choose between: say what could be done, also to decide that nothing is.", "options");
        }

        check.Distinct(input.ChosenOptions, "chosenOptions");
        if (input.Decision == AlertDecisionKind.Act && input.ChosenOptions is not { Count: > 0 })
        {
            check.Add("To act means to choose: name at least one of the alert's options.", "chosenOptions");
        }

        for (var i = 0; i < input.ChosenOptions?.Count; i++)
        {
            if (alert.Body.Options.TrueForAll(option => option.Key != input.ChosenOptions[i]))
            {
                check.Add($"The alert has no option \"{input.ChosenOptions[i]}\".", "chosenOptions", $"{i}");
            }
        }
    }
}
