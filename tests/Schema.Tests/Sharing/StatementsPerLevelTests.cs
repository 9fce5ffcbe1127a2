using System.Text.Json;
using R2P.Tests;

namespace R2P.Schema.Tests.Sharing;

/// <summary>What every document offers costs a fixed number of statements, however many documents a page has.</summary>
public sealed class StatementsPerLevelTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Page =
        """
        query($first: Int!) {
          practices(first: $first, where: { title: { eq: "One of many" } }) { nodes {
            owner { code } authors { displayName } viewerCan adaptedFrom { id } adaptations(first: 2) { nodes { id } }
            revision(version: 1) { title }
            revisions(first: 2) { nodes { version replacedBy { displayName } document { title owner { code } } } }
          } }
        }
        """;

    private readonly Personas _personas = new(network);

    [Theory]
    [InlineData("ghana")]
    [InlineData("observer")]
    public async Task A_page_of_six_takes_as_many_statements_as_a_page_of_one(string persona)
    {
        for (var i = 0; i < 6; i++)
        {
            var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "One of many");
            await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(published), version = 3, year = 2000 + i });
        }

        await CountAsync(persona, 1); // The first query of a shape also loads types of the database.
        var one = await CountAsync(persona, 1);
        var six = await CountAsync(persona, 6);

        Assert.Equal((1, 6), (one.Rows, six.Rows));
        Assert.Equal(one.Statements, six.Statements);
    }

    private async Task<(int Rows, int Statements)> CountAsync(string persona, int first)
    {
        using var sent = new SentStatements();
        var data = await network.DataAsync(persona, Page, new { first });
        var nodes = data.GetProperty("practices").GetProperty("nodes");
        Assert.All(nodes.EnumerateArray(), node => Assert.NotEqual(JsonValueKind.Null, node.GetProperty("owner").ValueKind));
        return (nodes.GetArrayLength(), sent.Texts.Count);
    }
}
