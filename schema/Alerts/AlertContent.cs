using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>From inputs to an alert's content.</summary>
internal static class AlertContent
{
    public static async Task<Alert> CreateAsync(Act act, ViewerAppointment author, RaiseAlertInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = author.OfficeId,
        Readers = ReaderRules.OfDraft(author.OfficeId),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Raised,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Country = input.Country ?? await Publication.StateOfAsync(act, author.OfficeId) ?? "",
        Place = input.Place,
        GroupAtRisk = input.GroupAtRisk,
        Communities = [.. input.Communities ?? []],
        Urgency = input.Urgency,
        SourceKinds = [.. input.SourceKinds],
        Reliability = input.Reliability,
        Corroboration = input.Corroboration,
        Confidence = input.Confidence,
        Triggers = [.. input.Triggers ?? []],
        ResponsibleId = input.Responsible ?? author.OfficeId,
        DueOn = input.DueOn,
        SummaryOfId = input.SummaryOf,
        Body = new AlertBody
        {
            Actors = Actors(input.Actors ?? []),
            Information = Information(input.Information ?? []),
            Options = Options(input.Options ?? []),
            Dialogue = Dialogue(input.Dialogue ?? []),
            Prerequisites = Prerequisites(input.Prerequisites ?? []),
            CouncilAvenues = Avenues(input.CouncilAvenues ?? []),
        },
    };

    public static void Apply(Alert alert, ReviseAlertInput input)
    {
        alert.Title = input.Title ?? alert.Title;
        alert.Summary = input.Summary.HasValue ? input.Summary.Value : alert.Summary;
        alert.Place = input.Place.HasValue ? input.Place.Value : alert.Place;
        alert.GroupAtRisk = input.GroupAtRisk.HasValue ? input.GroupAtRisk.Value : alert.GroupAtRisk;
        alert.Communities = input.Communities is null ? alert.Communities : [.. input.Communities];
        alert.Urgency = input.Urgency ?? alert.Urgency;
        alert.SourceKinds = input.SourceKinds is null ? alert.SourceKinds : [.. input.SourceKinds];
        alert.Reliability = input.Reliability ?? alert.Reliability;
        alert.Corroboration = input.Corroboration ?? alert.Corroboration;
        alert.Confidence = input.Confidence ?? alert.Confidence;
        alert.Triggers = input.Triggers is null ? alert.Triggers : [.. input.Triggers];
        alert.ResponsibleId = input.Responsible ?? alert.ResponsibleId;
        alert.DueOn = input.DueOn ?? alert.DueOn;
        alert.Tags = input.Tags is null ? alert.Tags : [.. input.Tags];
        var body = alert.Body;
        alert.Body = new AlertBody
        {
            Actors = input.Actors is null ? body.Actors : Actors(input.Actors),
            Information = input.Information is null ? body.Information : Information(input.Information),
            Options = input.Options is null ? body.Options : Options(input.Options),
            Dialogue = input.Dialogue is null ? body.Dialogue : Dialogue(input.Dialogue),
            Prerequisites = input.Prerequisites is null ? body.Prerequisites : Prerequisites(input.Prerequisites),
            CouncilAvenues = input.CouncilAvenues is null ? body.CouncilAvenues : Avenues(input.CouncilAvenues),
            Decisions = body.Decisions,
            Outcome = body.Outcome,
        };
    }

    /// <summary>Puts a decision on record, and what follows from it.</summary>
    public static void Decide(Act act, Alert alert, Guid office, DecideAlertInput input)
    {
        var decision = new AlertDecision
        {
            Kind = input.Decision,
            Reason = input.Reason,
            ChosenOptions = [.. input.ChosenOptions ?? []],
            Tasks = [.. (input.Tasks ?? []).Select(task => new AlertTask { OfficeId = task.Office, Tool = task.Tool, What = task.What, By = task.By })],
            CommonMessage = input.CommonMessage,
            OfficeId = office,
            At = act.Now,
        };
        alert.Body = With(alert.Body, alert.Body.Options, [.. alert.Body.Decisions, decision], alert.Body.Outcome);
        alert.Decision = input.Decision;
        alert.AssignedTools = [.. decision.Tasks.Select(task => task.Tool).OfType<string>().Distinct()];
        alert.Assignments = [.. decision.Tasks.Where(task => task.Tool is not null).Select(task => $"{task.OfficeId}:{task.Tool}").Distinct()];
        if (input.Decision == AlertDecisionKind.Refer)
        {
            alert.Status = DocumentStatus.Raised;
            alert.ResponsibleId = input.ReferTo!.Value;
        }
        else
        {
            alert.DecidedAt ??= act.Now;
        }
    }

    /// <summary>Puts what whoever decides sees beside what the alert says.</summary>
    public static void AddOptions(Alert alert, IReadOnlyList<AlertOptionInput> options)
    {
        if (options is not [])
        {
            alert.Body = With(alert.Body, [.. alert.Body.Options, .. Options(options)], alert.Body.Decisions, alert.Body.Outcome);
        }
    }

    public static void Close(Alert alert, string outcome) => alert.Body = With(alert.Body, alert.Body.Options, alert.Body.Decisions, outcome);

    private static AlertBody With(AlertBody body, List<AlertOption> options, List<AlertDecision> decisions, string? outcome) => new()
    {
        Actors = body.Actors,
        Information = body.Information,
        Options = options,
        Dialogue = body.Dialogue,
        Prerequisites = body.Prerequisites,
        CouncilAvenues = body.CouncilAvenues,
        Decisions = decisions,
        Outcome = outcome,
    };

    private static List<AlertActor> Actors(IReadOnlyList<AlertActorInput> actors) =>
        [.. actors.Select(actor => new AlertActor { Type = actor.Type, Conduct = actor.Conduct })];

    private static List<AlertInformation> Information(IReadOnlyList<AlertInformationInput> information) =>
    [
        .. information.Select(heard => new AlertInformation
        {
            Key = heard.Key,
            SourceKind = heard.SourceKind,
            Text = heard.Text,
            Url = heard.Url?.OriginalString,
            Caution = heard.Caution,
            HeardOn = heard.HeardOn,
        }),
    ];

    private static List<AlertOption> Options(IReadOnlyList<AlertOptionInput> options) =>
    [
        .. options.Select(option => new AlertOption
        {
            Key = option.Key,
            Tool = option.Tool,
            What = option.What,
            Conditions = option.Conditions,
            Who = option.Who,
            RiskOfHarm = option.RiskOfHarm,
            RestsOn = [.. option.RestsOn ?? []],
        }),
    ];

    private static List<AlertDialogue> Dialogue(IReadOnlyList<AlertDialogueInput> talks) =>
        [.. talks.Select(talk => new AlertDialogue { HeldOn = talk.HeldOn, With = talk.With, Outcome = talk.Outcome })];

    private static List<PrerequisiteAnswer> Prerequisites(IReadOnlyList<PrerequisiteAnswerInput> answers) =>
        [.. answers.Select(answer => new PrerequisiteAnswer { Prerequisite = answer.Prerequisite, Met = answer.Met, Answer = answer.Answer })];

    private static List<CouncilAvenue> Avenues(IReadOnlyList<CouncilAvenueInput> avenues) =>
        [.. avenues.Select(avenue => new CouncilAvenue { Avenue = avenue.Avenue, Take = avenue.Take, Note = avenue.Note })];
}
