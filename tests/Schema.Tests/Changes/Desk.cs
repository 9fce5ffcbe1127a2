using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Assessments;

namespace R2P.Schema.Tests.Changes;

/// <summary>What personas do, of which others hear.</summary>
internal sealed class Desk(NetworkFixture network)
{
    public static readonly object ToAfrica = new { kind = "REGION", organizations = new[] { "AU" } };
    public static readonly object ToAll = new { kind = "PUBLIC" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Drafts an assessment, and answers its global id.</summary>
    public async Task<string> DraftAsync(string persona, string title, params string[] tags)
    {
        var input = new
        {
            title,
            tags,
            ratings = new[] { new { factor = "RF_01", finding = "Calm.", trend = "STABLE", confidence = "MODERATE" } },
            inhibitors = new[] { new { inhibitor = "SECURITY_SECTOR", finding = "Accountable.", trend = "STABLE", confidence = "HIGH" } },
        };
        return (await ActAsync(persona, "draftAssessment", "DraftAssessmentInput", input)).GetProperty("id").GetString()!;
    }

    /// <summary>Takes a draft to its publication: three changes more.</summary>
    public async Task PublishAsync(string persona, string id, object audience)
    {
        await ActAsync(persona, "submitAssessment", "AssessmentStepInput", new { id, version = 1 });
        await ActAsync(persona, "approveAssessment", "AssessmentStepInput", new { id, version = 2 });
        await ActAsync(persona, "publishAssessment", "PublishAssessmentInput", new { id, version = 3, audience });
    }

    /// <summary>Drafts and publishes an assessment, and answers its global id.</summary>
    public async Task<string> PublishNewAsync(string persona, string title, object audience, params string[] tags)
    {
        var id = await DraftAsync(persona, title, tags);
        await PublishAsync(persona, id, audience);
        return id;
    }

    /// <summary>Something that everyone hears of, and after which nobody has to wait any longer for what they should not hear.</summary>
    public Task<string> RingAsync() => PublishNewAsync("costa-rica", "Bell", ToAll);

    /// <summary>An act that this database has no mutation for.</summary>
    public async Task ActAsync(string persona, Func<Act, Task> work)
    {
        var viewer = await network.Services.GetRequiredService<ViewerDirectory>().FindAsync(NetworkFixture.Principal(persona), Cancellation);
        await network.Services.GetRequiredService<DocumentStore>().WriteAsync(
            viewer.Access,
            "test",
            async session =>
            {
                await work(new Act(session, "test", viewer, TimeProvider.System.GetDatabaseNow(), Cancellation));
                return true;
            },
            Cancellation);
    }

    /// <summary>Gives a published assessment other readers; the log hears what <paramref name="tell"/> says.</summary>
    public Task NarrowAsync(string persona, string id, Action<Act, Assessment, string[]> tell) => ActAsync(persona, async act =>
    {
        var assessment = await act.Context.Set<Assessment>().SingleAsync(a => a.Id == KeyOf(id), act.Cancellation);
        var former = assessment.Readers;
        assessment.Readers = ReaderRules.OfDraft(assessment.OwnerId);
        tell(act, assessment, former);
    });

    public static Guid KeyOf(string id) => NodeId.TryParse(id, out var node) ? node.Id : throw new ArgumentException(id, nameof(id));

    private async Task<JsonElement> ActAsync(string persona, string act, string inputType, object input)
    {
        var data = await network.DataAsync(
            persona, $"mutation($input: {inputType}!) {{ {act}(input: $input) {{ assessment {{ id }} errors {{ message }} }} }}", new { input });
        Assert.Equal(0, data.GetProperty(act).GetProperty("errors").GetArrayLength());
        return data.GetProperty(act).GetProperty("assessment");
    }
}
