using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Alerts;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>One invented request of Ghana, and one invented standing offer of Denmark.</summary>
internal static class SampleAssistance
{
    private static readonly string[] Principles =
        ["NATIONAL_OWNERSHIP", "MUTUAL_COMMITMENT", "DO_NO_HARM", "PRIORITIZE_PREVENTION", "RETAIN_FLEXIBILITY"];

    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var ghana = network.Personas.Single(persona => persona.Persona == "ghana");
        var denmark = network.Personas.Single(persona => persona.Persona == "denmark");
        context.Add(Request(ghana, new Audience { Kind = AudienceKind.Named, Offices = [ReferenceId.Office(denmark.Office)] }, now));
        context.Add(Offer(denmark, new Audience { Kind = AudienceKind.Members }, now));
    }

    private static AssistanceRequest Request(SamplePersona author, Audience audience, DateTimeOffset now) => new()
    {
        Id = ReferenceId.Of("assistance-request", author.Subject),
        OwnerId = ReferenceId.Office(author.Office),
        AuthorIds = [SampleMembers.PersonId(author.Subject)],
        Readers = ReaderRules.OfPublished(ReferenceId.Office(author.Office), "GHA", audience),
        Audience = audience,
        Status = DocumentStatus.Open,
        PublishedAt = now,
        Title = "Mediators for local disputes (sample)",
        Summary = "An invented sample that shows how help is asked for. Nothing in it is real.",
        Language = "en",
        Country = "GHA",
        Category = "PROTECTION_ASSISTANCE",
        Form = "CIVILIAN_ASSISTANCE",
        CivilianForm = "MEDIATION_EXPERTISE",
        Inhibitors = ["SECURITY_SECTOR"],
        Urgency = Urgency.Soon,
        Body = new AssistanceRequestBody
        {
            WhatFor = "Two mediators who train local ones, for six months.",
            Principles = [.. Principles.Select(code => new PrincipleAnswer { Principle = code, Answer = "An invented answer, as an example." })],
            Needs = [new Need { Key = "N1", What = "Mediators", Kind = ResourceKind.Kind, Amount = "2", Unit = "people" }],
        },
    };

    private static AssistanceOffer Offer(SamplePersona author, Audience audience, DateTimeOffset now) => new()
    {
        Id = ReferenceId.Of("assistance-offer", author.Subject),
        OwnerId = ReferenceId.Office(author.Office),
        AuthorIds = [SampleMembers.PersonId(author.Subject)],
        Readers = ReaderRules.OfPublished(ReferenceId.Office(author.Office), "DNK", audience),
        Audience = audience,
        Status = DocumentStatus.Open,
        PublishedAt = now,
        Title = "Standing roster of mediators (sample)",
        Summary = "An invented sample that shows how help is offered. Nothing in it is real.",
        Language = "en",
        Category = "PROTECTION_ASSISTANCE",
        Form = "CIVILIAN_ASSISTANCE",
        CivilianForms = ["MEDIATION_EXPERTISE"],
        Body = new AssistanceOfferBody
        {
            What = "Mediators who can leave within three weeks.",
            Roster = [new RosterEntry { Skill = "MEDIATION_EXPERTISE", People = 4, Note = "English and French" }],
        },
    };
}
