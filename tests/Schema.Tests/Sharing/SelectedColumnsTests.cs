using R2P.Tests;

namespace R2P.Schema.Tests.Sharing;

/// <summary>Whichever way a document is found, of its row is read what was selected.</summary>
public sealed class SelectedColumnsTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Theory]
    [InlineData("query($id: ID!) { node(id: $id) { ... on Practice { title } } }")]
    [InlineData("query($id: ID!) { nodes(ids: [$id]) { id } }")]
    [InlineData("query($id: ID!) { node(id: $id) { ... on SharedDocument { kind title } } practices(first: 5) { nodes { kind } } }")]
    [InlineData("query($id: ID!) { node(id: $id) { ... on SharedDocument { title owner { code } } } }")]
    [InlineData("query($id: ID!) { practices(first: 5) { nodes { title owner { code } } } node(id: $id) { id } }")]
    [InlineData("query($id: ID!) { node(id: $id) { ... on Practice { adaptedFrom { title } comments(first: 1) { nodes { document { title } } } } } }")]
    public async Task The_body_stays_where_it_is_unless_something_of_it_was_selected(string query)
    {
        var id = Personas.Id(await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Read in part"));

        var read = await StatementsAsync(query, id);
        Assert.NotEmpty(read);
        Assert.DoesNotContain(read, SelectsBody);

        Assert.Contains(await StatementsAsync("query($id: ID!) { node(id: $id) { ... on Practice { title whatWasDone } } }", id), SelectsBody);
    }

    private static bool SelectsBody(string statement) => statement.Split(" from ", 2)[0].Contains("q.body", StringComparison.Ordinal);

    /// <summary>What a query asks of the table of practices.</summary>
    private async Task<IReadOnlyList<string>> StatementsAsync(string query, string id)
    {
        using var sent = new SentStatements();
        await network.DataAsync("observer", query, new { id });
        return [.. sent.Texts.Where(text => text.Contains("r2p.practice", StringComparison.Ordinal))];
    }
}
