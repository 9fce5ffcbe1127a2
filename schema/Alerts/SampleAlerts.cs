using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Alerts;

/// <summary>One invented alert of the African Union's desk, before Kenya's focal point.</summary>
internal static class SampleAlerts
{
    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var author = network.Personas.Single(persona => persona.Persona == "au-desk");
        var responsible = ReferenceId.Office(network.Personas.Single(persona => persona.Persona == "kenya").Office);
        var office = ReferenceId.Office(author.Office);
        var audience = new Audience { Kind = AudienceKind.Named, Offices = [responsible] };
        context.Add(new Alert
        {
            Id = ReferenceId.Of("alert", author.Subject),
            OwnerId = office,
            AuthorIds = [SampleMembers.PersonId(author.Subject)],
            Readers = ReaderRules.OfPublished(office, null, audience),
            Audience = audience,
            Status = DocumentStatus.Raised,
            PublishedAt = now,
            Title = "Rumours before a local vote (sample)",
            Summary = "An invented sample that shows how an alert is written. Nothing in it is real: no place, rumour or source.",
            Language = "en",
            Country = "KEN",
            Place = "An invented district",
            GroupAtRisk = "Seasonal workers from elsewhere",
            Urgency = Urgency.Soon,
            SourceKinds = ["SRC_CIVIL_SOCIETY", "SRC_OPEN_SOURCE"],
            Reliability = SourceReliability.Mixed,
            Corroboration = Corroboration.Partial,
            Confidence = Confidence.Low,
            Triggers = ["ELECTIONS", "HATE_SPEECH_PROPAGANDA"],
            ResponsibleId = responsible,
            DueOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(14),
            Body = Body(now),
        });
    }

    private static AlertBody Body(DateTimeOffset now) => new()
    {
        Actors = [new() { Type = ActorType.Unknown, Conduct = "Unsigned leaflets; it is not known who stands behind them." }],
        Information =
        [
            new()
            {
                Key = "I1",
                SourceKind = "SRC_OPEN_SOURCE",
                Text = "Leaflets call workers from elsewhere a threat to the vote.",
                Caution = "Seen as photographs only; place and date were not checked.",
                HeardOn = DateOnly.FromDateTime(now.UtcDateTime),
            },
        ],
        Options =
        [
            new()
            {
                Key = "O1",
                Tool = "TOOL_COMMUNITY_ENGAGEMENT",
                What = "Elders and employers speak with the workers and with those who are afraid of them.",
                Conditions = "Before the campaign begins.",
                Who = "The district's peace committee",
                RiskOfHarm = "Talks that are seen as a campaign could make it worse.",
            },
        ],
    };
}
