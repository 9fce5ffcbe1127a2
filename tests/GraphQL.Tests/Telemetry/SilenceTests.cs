using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;
using R2P.GraphQL.Telemetry;
using R2P.GraphQL.Tests.Execution;

namespace R2P.GraphQL.Tests.Telemetry;

/// <summary>Where nobody listens, nothing is paid.</summary>
[Collection(Undisturbed.Name)]
public sealed class SilenceTests
{
    [Fact]
    public void Nobody_listens() => Assert.False(RequestObservation.IsWanted || Spans.AreWanted || Figures.AreWanted);

    [Fact]
    public void What_a_request_asks_of_the_telemetry_allocates_nothing()
    {
        var operation = Parser.Parse(SourceText.From("{ a }")).Definitions.OfType<OperationDefinitionNode>().Single();
        Ask(operation);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Ask(operation);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_listener_costs_a_request_what_silence_does_not()
    {
        var engine = new TestEngine("type Query { a: Int }", ("Query.a", TestEngine.Each((_, _) => 1)));
        var request = TestEngine.Request("{ a }");
        await AllocatedAsync(engine, request);

        var silent = await AllocatedAsync(engine, request);
        long heard;
        using (new RecordedSpans())
        {
            heard = await AllocatedAsync(engine, request);
        }

        var silentAgain = await AllocatedAsync(engine, request);

        Assert.True(heard > silent + 1000, $"{heard} bytes of a request that is listened to, {silent} of one that is not");
        Assert.InRange(silentAgain, silent - 50, silent + 50);
    }

    private static void Ask(OperationDefinitionNode operation)
    {
        Assert.False(RequestObservation.IsWanted);
        Assert.False(Spans.AreWanted);
        using var step = Spans.StartStep(Conventions.Parse);
        using var execution = Spans.StartExecution(operation);
        Figures.CountPlanLookup(found: true);
        using var subscription = Figures.EnterSubscription();
    }

    private static async Task<long> AllocatedAsync(TestEngine engine, GraphQLRequest request)
    {
        const int Rounds = 200;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            // Nothing here waits, so the whole request stays on this thread.
            ((ResponseResult)await engine.ExecuteAsync(request)).Dispose();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
