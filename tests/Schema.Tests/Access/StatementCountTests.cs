using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;
using R2P.Tests;

namespace R2P.Schema.Tests.Access;

/// <summary>A page costs a fixed number of SQL statements, however many rows it has and whoever asks.</summary>
public sealed class StatementCountTests(NetworkFixture network) : IClassFixture<NetworkFixture>, IAsyncLifetime
{
    private const int Documents = 200;
    private const string Query =
        """
        query($first: Int!) {
          assessments(first: $first) {
            nodes {
              id title
              owner { name party { name } }
              ratings { factor finding trend confidence indicators { indicator } }
              comments(first: 3) { nodes { text kind } }
            }
          }
        }
        """;

    public async ValueTask InitializeAsync()
    {
        var store = network.Services.GetRequiredService<DocumentStore>();
        await store.SeedAsync(AccessContext.Anonymous, "fill", session =>
        {
            session.Context.AddRange(Enumerable.Range(0, Documents).Select(NewAssessment));
            return Task.FromResult(true);
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("ghana")]
    [InlineData("au-desk")]
    [InlineData("observer")]
    public async Task A_page_takes_as_many_statements_with_200_rows_as_with_one(string persona)
    {
        var one = await LeastAsync(() => ListAsync(persona, 1), Statements);
        var twenty = await LeastAsync(() => ListAsync(persona, 20), Statements);
        var all = await LeastAsync(() => ListAsync(persona, Documents), Statements);

        Assert.Equal((1, 20, Documents), (one.Rows, twenty.Rows, all.Rows));
        Assert.Equal(twenty.Count, all.Count);
        Assert.InRange(twenty.Count - one.Count, 0, 1); // One more puts it on record that restricted documents were among them.
        Assert.InRange(one.Count, 4, 8);
    }

    [Fact]
    public async Task A_document_by_id_takes_as_many_round_trips_with_its_comments_as_alone()
    {
        var page = await network.DataAsync("ghana", "{ assessments(first: 1) { nodes { id } } }");
        var id = page.GetProperty("assessments").GetProperty("nodes")[0].GetProperty("id").GetString()!;

        var alone = await LeastAsync(() => FindAsync(id, "title"), RoundTrips);
        var whole = await LeastAsync(() => FindAsync(id, "title comments { nodes { text } }"), RoundTrips);

        Assert.Equal((1, 1), (alone.Rows, whole.Rows));
        Assert.Equal(alone.Count, whole.Count);
    }

    [Fact]
    public void Nothing_is_asked_ahead_whose_reading_is_worth_a_record()
    {
        Type[] answers =
        [
            .. from type in typeof(Assessment).Assembly.GetTypes()
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
               where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<ParentKeyAttribute>() is { AskedAhead: true })
               select method.ReturnType,
        ];

        Assert.Contains(answers, answer => Mentions(answer, typeof(Comment)));
        Assert.DoesNotContain(answers, answer => Mentions(answer, typeof(IRestricted)));
    }

    [Fact]
    public async Task An_import_takes_as_many_round_trips_for_200_recommendations_as_for_two()
    {
        var two = await LeastAsync(() => ImportAsync(2), RoundTrips);
        var all = await LeastAsync(() => ImportAsync(Documents), RoundTrips);

        Assert.Equal((2, Documents), (two.Rows, all.Rows));
        Assert.Equal(two.Count, all.Count);
    }

    private static bool Mentions(Type type, Type sought) =>
        type.IsAssignableTo(sought) || (type.IsGenericType && Array.Exists(type.GetGenericArguments(), argument => Mentions(argument, sought)));

    private async Task<int> FindAsync(string id, string selection)
    {
        var found = await network.DataAsync("ghana", $$"""query($id: ID!) { node(id: $id) { ... on Assessment { {{selection}} } } }""", new { id });
        return found.GetProperty("node").ValueKind == JsonValueKind.Object ? 1 : 0;
    }

    private async Task<int> ListAsync(string persona, int first) =>
        (await network.DataAsync(persona, Query, new { first })).GetProperty("assessments").GetProperty("nodes").GetArrayLength();

    private async Task<int> ImportAsync(int many) => (await network.DataAsync(
        "denmark",
        """
        mutation($input: ImportRecommendationsInput!) {
          importRecommendations(input: $input) { recommendations { id text owner { name } } }
        }
        """,
        new
        {
            input = new
            {
                mechanism = "UPR",
                symbol = "A/HRC/99/9",
                audience = Personas.ToMembers,
                recommendations = Enumerable.Range(1, many).Select(number => new { text = $"Imported {number}.", tags = new[] { "SECURITY_SECTOR" } }),
            },
        })).GetProperty("importRecommendations").GetProperty("recommendations").GetArrayLength();

    private static int Statements(SentStatements sent) => sent.Texts.Count;

    private static int RoundTrips(SentStatements sent) => sent.RoundTrips;

    /// <summary>The least of several times: a connection that is new to a statement also loads types and prepares it.</summary>
    private static async Task<(int Rows, int Count)> LeastAsync(Func<Task<int>> ask, Func<SentStatements, int> count)
    {
        var counts = new List<(int Rows, int Count)>();
        for (var time = 0; time < 4; time++)
        {
            using var sent = new SentStatements();
            counts.Add((await ask(), count(sent)));
        }

        return counts.MinBy(found => found.Count);
    }

    private static Assessment NewAssessment(int number)
    {
        var office = ReferenceId.Office("GHA_FOCAL_POINT");
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(),
            OwnerId = office,
            Readers = [$"office:{office}", "members"],
            Title = $"Assessment {number}",
            Language = "en",
            Status = DocumentStatus.Published,
            PublishedAt = DateTimeOffset.UnixEpoch.AddDays(number),
            Audience = new Audience { Kind = AudienceKind.Members },
            Framework = "UN_FRAMEWORK_2014",
            FrameworkVersion = "2014",
            Body = new AssessmentBody(),
        };
        assessment.Fill(new AssessmentBody
        {
            Ratings =
            [
                .. Enumerable.Range(1, 14).Select(i => new FactorRating
                {
                    Factor = $"RF_{i:00}", Finding = "Calm.", Trend = Trend.Stable, Confidence = Confidence.Moderate,
                }),
            ],
        });
        return assessment;
    }
}
