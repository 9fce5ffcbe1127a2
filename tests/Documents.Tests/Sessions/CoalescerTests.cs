using System.Threading.Channels;

namespace R2P.Documents.Tests.Sessions;

/// <summary>One call at a time answers all who have asked by then.</summary>
public sealed class CoalescerTests
{
    private readonly Channel<TaskCompletionSource> _calls = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly List<string> _asked = [];
    private readonly Coalescer<string, string> _coalescer;

    public CoalescerTests() => _coalescer = new Coalescer<string, string>(AnswerAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_a_call_is_under_way_is_answered_by_the_next_with_all_others_who_do()
    {
        var first = AskAsync("a");
        var call = await CallAsync();
        Task<string>[] meanwhile = [AskAsync("a"), AskAsync("b"), AskAsync("b"), AskAsync("c")];
        call.SetResult();
        Assert.Equal("A", await first);
        (await CallAsync()).SetResult();

        Assert.Equal(["A", "B", "B", "C"], await Task.WhenAll(meanwhile));
        Assert.Equal(["a", "a b c"], _asked);
    }

    [Fact]
    public async Task A_failure_is_the_answer_to_all_of_a_call_and_to_nobody_else()
    {
        var first = AskAsync("a");
        var call = await CallAsync();
        var (second, third) = (AskAsync("b"), AskAsync("c"));
        call.SetException(new InvalidOperationException("no"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        (await CallAsync()).SetResult();

        Assert.Equal("B C", $"{await second} {await third}");
    }

    [Fact]
    public async Task Who_gives_up_waits_no_longer_and_the_others_are_answered()
    {
        using var tired = new CancellationTokenSource();
        var (given, kept) = (_coalescer.AskAsync("a", tired.Token), AskAsync("a"));
        var call = await CallAsync();

        await tired.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        call.SetResult();

        Assert.Equal("A", await kept);
    }

    [Fact]
    public async Task Nothing_of_whoever_asked_first_belongs_to_the_calls()
    {
        var whose = new AsyncLocal<string?> { Value = "the first's" };
        var coalescer = new Coalescer<string, string?>(questions => Task.FromResult<IReadOnlyList<string?>>([.. questions.Select(_ => whose.Value)]));

        Assert.Null(await coalescer.AskAsync("a", Cancellation));
        Assert.Equal("the first's", whose.Value);
    }

    [Fact]
    public async Task When_all_are_answered_the_next_to_ask_begins_anew()
    {
        for (var i = 0; i < 3; i++)
        {
            var asked = AskAsync("a");
            (await CallAsync()).SetResult();
            Assert.Equal("A", await asked);
        }

        Assert.Equal(["a", "a", "a"], _asked);
    }

    private Task<string> AskAsync(string question) => _coalescer.AskAsync(question, Cancellation);

    private async Task<TaskCompletionSource> CallAsync() => await _calls.Reader.ReadAsync(Cancellation);

    private async Task<IReadOnlyList<string>> AnswerAsync(IReadOnlyList<string> questions)
    {
        _asked.Add(string.Join(' ', questions));
        var call = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _calls.Writer.WriteAsync(call, Cancellation);
        await call.Task;
        return [.. questions.Select(question => question.ToUpperInvariant())];
    }
}
