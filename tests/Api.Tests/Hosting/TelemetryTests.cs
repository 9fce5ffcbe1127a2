using System.Net;

namespace R2P.Api.Tests.Hosting;

/// <summary>What a configured collector is sent, and what it is not.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Spans_and_metrics_of_a_request_arrive_without_anything_that_its_sender_said()
    {
        using var data = await SampleData.CopyAsync();
        await using var collector = await Collector.StartAsync();
        string? token;
        await using (var service = await ServiceProcess.StartAsync(data, Settings(collector)))
        {
            token = service.TokenOf("ghana");
            var answer = await service.AskAsync(
                "ghana",
                "query Search($title: String!) { assessments(first: 1, where: { title: { eq: $title } }) { edges { node { id } } } }",
                new { title = "hush-variable" });
            var got = await service.SendAsync(HttpMethod.Get, "/graphql?query=%7B__typename%7D&variables=%7B%22a%22:%22hush-get%22%7D", token);
            var unknown = await service.SendAsync(HttpMethod.Get, "/graphql?token=hush-token", token, accept: "text/event-stream");
            var refused = await service.AskAsync("ghana", "{ hushField }");

            Assert.Equal("""{"edges":[]}""", answer.Data.GetProperty("assessments").GetRawText());
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (got.Status, unknown.Status));
            Assert.Equal("VALIDATION_FAILED", refused.Error.Code);
        }

        var (traces, metrics) = (collector.Traces, collector.Metrics);
        Assert.All(
            (string[])[
                "R2P.GraphQL", "Microsoft.AspNetCore", "Npgsql", "r2p-api", "POST /graphql", "graphql.operation.name", "Search",
                "graphql.execute", "graphql.resolve Query.assessments", "db.query.text", "VALIDATION_FAILED",
            ],
            part => Assert.Contains(part, traces, StringComparison.Ordinal));
        Assert.All(
            (string[])[
                "graphql.server.request.duration", "graphql.server.plan_cache.lookups", "graphql.server.active_subscriptions",
                "http.server.request.duration", "db.client",
            ],
            part => Assert.Contains(part, metrics, StringComparison.Ordinal));
        Assert.All(
            (string[])["hush", token!, token!.Split('.')[1], "Host=", "url.query", "user_agent", "graphql.document", "Password", "ghana"],
            part => Assert.DoesNotContain(part, traces + metrics, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("127.0.0.1", traces, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(Collector collector) => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };
}
