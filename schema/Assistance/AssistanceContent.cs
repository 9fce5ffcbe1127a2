using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>From inputs to the content of requests and offers.</summary>
internal static class AssistanceContent
{
    public static AssistanceRequest Create(Act act, ViewerAppointment author, OpenAssistanceRequestInput input) => new()
    {
        Id = act.NewId(),
        OwnerId = author.OfficeId,
        Readers = ReaderRules.OfDraft(author.OfficeId),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Open,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        Country = input.Country ?? (author.PartyKind == EnumText.Of(PartyKind.State) ? author.PartyCode : null),
        Organization = input.Organization ?? (input.Country is null && IsOrganization(author) ? author.PartyCode : null),
        Category = input.Category,
        Form = input.Form,
        CivilianForm = input.CivilianForm,
        Inhibitors = [.. input.Inhibitors ?? []],
        Urgency = input.Urgency,
        NeededBy = input.NeededBy,
        Body = new AssistanceRequestBody
        {
            WhatFor = input.WhatFor,
            Principles = Principles(input.Principles),
            NeedsAssessment = Assessed(input.NeedsAssessment ?? []),
            Needs = Needs(input.Needs ?? []),
            Contacts = Contacts(input.Contacts ?? []),
        },
    };

    /// <summary>Whether the office is a desk of a regional organization.</summary>
    public static bool IsOrganization(ViewerAppointment held) => held.PartyKind == EnumText.Of(PartyKind.RegionalOrganization);

    public static void Apply(AssistanceRequest request, ReviseAssistanceRequestInput input)
    {
        request.Title = input.Title ?? request.Title;
        request.Summary = input.Summary.HasValue ? input.Summary.Value : request.Summary;
        request.Urgency = input.Urgency ?? request.Urgency;
        request.NeededBy = input.NeededBy.HasValue ? input.NeededBy.Value : request.NeededBy;
        request.Inhibitors = input.Inhibitors is null ? request.Inhibitors : [.. input.Inhibitors];
        request.Tags = input.Tags is null ? request.Tags : [.. input.Tags];
        var body = request.Body;
        request.Body = new AssistanceRequestBody
        {
            WhatFor = input.WhatFor ?? body.WhatFor,
            Principles = input.Principles is null ? body.Principles : Principles(input.Principles),
            NeedsAssessment = input.NeedsAssessment is null ? body.NeedsAssessment : Assessed(input.NeedsAssessment),
            Needs = input.Needs is null ? body.Needs : Needs(input.Needs),
            Contacts = input.Contacts is null ? body.Contacts : Contacts(input.Contacts),
            Outcome = body.Outcome,
        };
    }

    public static void Close(AssistanceRequest request, string outcome)
    {
        var body = request.Body;
        request.Body = new AssistanceRequestBody
        {
            WhatFor = body.WhatFor,
            Principles = body.Principles,
            NeedsAssessment = body.NeedsAssessment,
            Needs = body.Needs,
            Contacts = body.Contacts,
            Outcome = outcome,
        };
    }

    public static AssistanceConsultation Consultation(AssistanceRequest request, IReadOnlyList<ConsultedInput> consulted) => new()
    {
        RequestId = request.Id,
        OwnerId = request.OwnerId,
        Readers = ReaderRules.OfDraft(request.OwnerId),
        Consulted = ConsultedBodies.Of(consulted),
    };

    public static AssistanceOffer Create(Act act, ViewerAppointment author, OfferAssistanceInput input, AssistanceRequest? request) => new()
    {
        Id = act.NewId(),
        OwnerId = author.OfficeId,
        Readers = ReaderRules.OfDraft(author.OfficeId),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Open,
        Title = input.Title,
        Summary = input.Summary,
        Language = input.Language,
        Tags = [.. input.Tags ?? []],
        RequestId = request?.Id,
        RequesterId = request?.OwnerId,
        Country = request?.Country ?? input.Country,
        Category = input.Category ?? request?.Category ?? "",
        Form = input.Form ?? request?.Form ?? "",
        CivilianForms = [.. input.CivilianForms ?? []],
        Inhibitors = [.. input.Inhibitors ?? []],
        Body = new AssistanceOfferBody
        {
            What = input.What,
            Principles = Principles(input.Principles ?? []),
            Roster = Roster(input.Roster ?? []),
            Pledges = Pledges(input.Pledges ?? []),
            Contacts = Contacts(input.Contacts ?? []),
        },
    };

    public static void Apply(AssistanceOffer offer, ReviseAssistanceOfferInput input)
    {
        offer.Title = input.Title ?? offer.Title;
        offer.Inhibitors = input.Inhibitors is null ? offer.Inhibitors : [.. input.Inhibitors];
        var body = offer.Body.Copy();
        body.What = input.What ?? body.What;
        body.Roster = input.Roster is null ? body.Roster : Roster(input.Roster);
        body.Pledges = input.Pledges is null ? body.Pledges : Pledges(input.Pledges);
        offer.Body = body;
    }

    private static List<PrincipleAnswer> Principles(IReadOnlyList<PrincipleAnswerInput> answers) =>
        [.. answers.Select(answer => new PrincipleAnswer { Principle = answer.Principle, Answer = answer.Answer })];

    private static List<AssessedNeed> Assessed(IReadOnlyList<AssessedNeedInput> needs) =>
        [.. needs.Select(need => new AssessedNeed { Inhibitor = need.Inhibitor, Finding = need.Finding })];

    private static List<Need> Needs(IReadOnlyList<NeedInput> needs) =>
        [.. needs.Select(need => new Need { Key = need.Key, What = need.What, Kind = need.Kind, Amount = need.Amount, Unit = need.Unit })];

    private static List<AssistancePledge> Pledges(IReadOnlyList<AssistancePledgeInput> pledges) =>
        [
            .. pledges.Select(pledge => new AssistancePledge
            {
                Need = pledge.Need, What = pledge.What, Kind = pledge.Kind, Amount = pledge.Amount, Unit = pledge.Unit,
            }),
        ];

    private static List<RosterEntry> Roster(IReadOnlyList<RosterEntryInput> roster) =>
        [.. roster.Select(entry => new RosterEntry { Skill = entry.Skill, People = entry.People, Note = entry.Note, AvailableFrom = entry.AvailableFrom })];

    private static List<AuthorityContact> Contacts(IReadOnlyList<AuthorityContactInput> contacts) =>
        [.. contacts.Select(contact => new AuthorityContact { Authority = contact.Authority, Purpose = contact.Purpose })];
}
