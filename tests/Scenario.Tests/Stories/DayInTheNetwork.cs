using System.Text.Json;
using R2P.Schema.SampleNetwork;

namespace R2P.Scenario.Tests.Stories;

/// <summary>
/// A day in the network, and what comes of it: a vote ahead, a protected voice, an alert, two desks, a decision, help; a week later the share is over and
/// a reply overdue; months later a look at the help, a lesson without its case, a practice that a neighbour adapts, a peer review and its recommendation;
/// a year later the recommendation is carried out, and one practice confirmed again, the other not. After each step everybody is asked: who may see it
/// does, and nobody else. Between the days the service is stopped and started under a clock that has moved.
/// </summary>
public sealed partial class DayInTheNetwork : IAsyncLifetime
{
    private static readonly TimeSpan AWeekLater = TimeSpan.FromDays(8);
    private static readonly TimeSpan MonthsLater = TimeSpan.FromDays(150);
    private static readonly TimeSpan AYearAfterThat = MonthsLater + TimeSpan.FromDays(370);
    private static readonly string[] Members = [.. SamplePersonas.Names.Except(["auditor", "admin"])];

    private readonly DateOnly _firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    private DataDirectory? _data;
    private Network _network = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await SampleData.CopyAsync();
        _network = new Network(await ServiceProcess.StartAsync(_data));
    }

    public async ValueTask DisposeAsync()
    {
        await _network.Service.DisposeAsync();
        _data!.Dispose();
    }

    [Fact]
    public async Task From_a_trigger_to_a_recommendation_that_is_carried_out()
    {
        await NoteTriggerAsync();
        var voice = await ListenAsync();
        var alert = await WarnAsync();
        var asked = await WorkTogetherAsync();
        var help = await HelpAsync();
        await OnlyAsync(alert, "kenya", "au-desk");

        await MoveClockAsync(AWeekLater);
        await OnlyAsync(alert, "kenya");
        await OnlyAsync(voice, "civil-society-kenya", "kenya");
        await ReplyLateAsync(asked);

        await MoveClockAsync(MonthsLater);
        await LookAtHelpAsync(help);
        var lesson = await LearnAsync();
        var (model, adapted) = await AdaptAsync();
        var recommendation = await FollowUpAsync(await ReviewAsync());

        await MoveClockAsync(AYearAfterThat);
        await CompleteAsync(recommendation);
        await ConfirmAgainAsync(model, adapted);
        await OnlyAsync(lesson, Members);
        await OnlyAsync(alert, "kenya");
    }

    /// <summary>The same network, so long after the first day.</summary>
    private async Task MoveClockAsync(TimeSpan ahead)
    {
        await _network.Service.DisposeAsync();
        _network = new Network(await ServiceProcess.StartAsync(_data!, ahead: ahead));
    }

    /// <summary>So many days after the first one, as an input has it.</summary>
    private string Day(int number) => _firstDay.AddDays(number).ToString("O");

    /// <summary>Everybody is asked, and nobody else sees it than these.</summary>
    private Task OnlyAsync(string id, params string[] expected) =>
        AskAllAsync([.. SamplePersonas.Names, null], persona => _network.SeesAsync(persona, id), expected);

    /// <summary>Everybody's inbox is looked into: it needs these, for that reason and in time or not, and nobody else.</summary>
    private Task NeedsAsync(string id, string reason, bool overdue, params string[] expected) => AskAllAsync(
        Members,
        async persona => (await InboxAsync(persona)).EnumerateArray().Any(item =>
            item.Text("subjectId") == id && item.Text("reason") == reason && item.GetProperty("overdue").GetBoolean() == overdue),
        expected);

    /// <summary>It is in nobody's inbox.</summary>
    private Task NeedsNobodyAsync(string id) =>
        AskAllAsync(Members, async persona => (await InboxAsync(persona)).EnumerateArray().Any(item => item.Text("subjectId") == id), []);

    private async Task<JsonElement> InboxAsync(string? persona) =>
        (await _network.DataAsync(persona, "{ inbox { items(first: 200) { subjectId reason overdue } } }")).GetProperty("inbox").GetProperty("items");

    private static async Task AskAllAsync(string?[] personas, Func<string?, Task<bool>> question, string[] expected)
    {
        var found = new List<string>();
        foreach (var persona in personas)
        {
            if (await question(persona))
            {
                found.Add(persona ?? "nobody");
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }
}
