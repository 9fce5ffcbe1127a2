using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Members;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Strategies;

/// <summary>An invented national strategy, shared with its State's offices, and what the public is told of it.</summary>
internal static class SampleStrategies
{
    public static void Add(DocumentContext context, SampleNetworkFile network, DateTimeOffset now)
    {
        var ghana = network.Personas.Single(persona => persona.Persona == "ghana");
        var office = ReferenceId.Office(ghana.Office);
        var strategy = new Strategy
        {
            Id = ReferenceId.Of("strategy", ghana.Subject),
            OwnerId = office,
            AuthorIds = [SampleMembers.PersonId(ghana.Subject)],
            Readers = ReaderRules.OfPublished(office, "GHA", new Audience { Kind = AudienceKind.National }),
            Audience = new Audience { Kind = AudienceKind.National },
            Status = DocumentStatus.Adopted,
            PublishedAt = now,
            Title = "National strategy for prevention (sample)",
            Language = "en",
            Tags = ["POLITICAL_COMMITMENT", "INVEST_IN_PREVENTION"],
            Country = "GHA",
            Body = new StrategyBody(),
        };
        strategy.Fill(new StrategyBody
        {
            Text = "An invented strategy, to show how goals and actions are kept (sample).",
            Goals = [new StrategyGoal { Key = "G1", Aim = "Elections without violence (sample)." }],
            Actions =
            [
                new StrategyAction
                {
                    Key = "A1",
                    Goal = "G1",
                    Text = "Train election observers in every region (sample).",
                    OfficeId = office,
                    DueOn = new DateOnly(2028, 10, 1),
                    Indicator = "Every region has trained observers.",
                    Codes = ["POLITICAL_TRANSITIONS"],
                },
            ],
        });
        context.Add(strategy);
        context.Add(Summary(strategy, now));
    }

    private static StrategySummary Summary(Strategy strategy, DateTimeOffset now)
    {
        var everyone = new Audience { Kind = AudienceKind.Public };
        return new StrategySummary
        {
            Id = ReferenceId.Of("strategy-summary", "GHA"),
            StrategyId = strategy.Id,
            OwnerId = strategy.OwnerId,
            Readers = ReaderRules.OfPublished(strategy.OwnerId, "GHA", everyone),
            Audience = everyone,
            PublishedAt = now,
            Language = "en",
            Country = "GHA",
            Title = "What the country does for prevention (sample)",
            Text = "An invented summary: prevention costs less than what it prevents (sample).",
        };
    }
}
