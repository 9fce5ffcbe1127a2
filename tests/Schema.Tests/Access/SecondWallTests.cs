using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;
using R2P.Schema.SampleNetwork;

namespace R2P.Schema.Tests.Access;

/// <summary>Row-level security holds by itself: the service's own predicate is taken out, and nobody sees one row more.</summary>
public sealed class SecondWallTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Everything =
        """
        {
          viewer { displayName }
          assessments(first: 100) { totalCount nodes { id title version status ratings { factor } supersedes { id } owner { code } } }
          practices(first: 100) { totalCount nodes { id title version } }
          lessons(first: 100) { totalCount nodes { id title version sourceCase { countries } } }
          peerReviews(first: 100) { totalCount nodes { id status } }
          offices(first: 100) { totalCount nodes { code appointments { role person { displayName } } } }
          parties(first: 100) { totalCount }
        }
        """;

    public static TheoryData<string?> Personas => [.. SamplePersonas.Names, (string?)null];

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Without_the_predicate_of_the_queries_a_persona_sees_the_same(string? persona)
    {
        await DraftAsync("ghana", "A draft of Ghana");
        await DraftAsync("kenya-contributor", "A draft of Kenya's committee");
        await using var unguarded = NetworkFixture.Compose(network.Database.Options with { ApplyPredicate = false });
        var executor = unguarded.GetRequiredService<IOperationExecutor>();

        var result = await executor.ExecuteAsync(NetworkFixture.Request(persona, Everything, null), TestContext.Current.CancellationToken);

        Assert.Equal((await network.AskAsync(persona, Everything)).ToString(), NetworkFixture.Read(result).ToString());
    }

    private Task<System.Text.Json.JsonElement> DraftAsync(string persona, string title) => network.DataAsync(
        persona, "mutation($title: String!) { draftAssessment(input: { title: $title }) { assessment { id } } }", new { title });
}
