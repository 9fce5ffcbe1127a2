using System.Net.Http.Headers;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.AspNetCore.Http;

/// <summary>The schema as a file.</summary>
public sealed class SchemaDocumentTests
{
    [Fact]
    public async Task The_schema_is_served_once_and_then_known_by_its_tag()
    {
        await using var server = await TestServer.StartAsync();
        using var first = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        using var second = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");

        var answer = await server.SendAsync(first);
        second.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(answer.Headers.ETag!.ToString()));
        var again = await server.SendAsync(second);

        Assert.Equal((200, "application/graphql; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(SchemaPrinter.Print(server.Executor.Schema), answer.Body);
        Assert.Equal((304, ""), (again.Status, again.Body));
    }
}
