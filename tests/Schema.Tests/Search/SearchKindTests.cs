using Npgsql;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.SampleNetwork;
using R2P.Schema.Sharing;

namespace R2P.Schema.Tests.Search;

/// <summary>Whatever the kind of a document: whoever may see it finds it by its words, and nobody else does.</summary>
public sealed class SearchKindTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Found = "edges { node { id } } facets { kinds { kind count } }";

    private readonly SearchDesk _desk = new(network);

    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_is_found_by_its_title_by_those_who_may_see_it(DocumentKind kind)
    {
        var (id, type, title) = await OneOfAsync(kind);
        var document = new NodeId(type, id).ToString();
        var seeing = 0;
        foreach (var persona in SamplePersonas.Names)
        {
            var node = (await network.AskAsync(persona, "query($id: ID!) { node(id: $id) { id } }", new { id = document }))
                .GetProperty("data").GetProperty("node");
            var sees = node.ValueKind == System.Text.Json.JsonValueKind.Object;
            var answer = await _desk.SearchAsync(persona, title, Found, $"first: 100, kinds: [{EnumText.Of(kind)}]");
            var found = answer.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString());

            Assert.Equal(sees, found.Contains(document));
            Assert.Equal(
                answer.GetProperty("edges").GetArrayLength(),
                answer.GetProperty("facets").GetProperty("kinds").EnumerateArray().Sum(facet => facet.GetProperty("count").GetInt32()));
            seeing += sees ? 1 : 0;
        }

        Assert.True(seeing > 0, $"Nobody sees \"{title}\".");
    }

    /// <summary>A document of the sample network, with the type that its id names.</summary>
    private async Task<(Guid Id, string Type, string Title)> OneOfAsync(DocumentKind kind)
    {
        await using var source = NpgsqlDataSource.Create(network.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select id, title from r2p.search_text where kind = $1 order by id limit 1");
        command.Parameters.AddWithValue(EnumText.Of(kind));
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken), $"The sample network has no {kind}.");
        return (reader.GetGuid(0), kind.ToString(), reader.GetString(1));
    }
}
