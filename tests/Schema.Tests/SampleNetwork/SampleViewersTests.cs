using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Assessments;

namespace R2P.Schema.Tests;

public sealed class SampleViewersTests(LoadedNetwork network) : IClassFixture<LoadedNetwork>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ghana", "GHA", "CRI DNK KEN")]
    [InlineData("kenya", "KEN", "GHA CRI")]
    [InlineData("costa-rica", "CRI", "KEN")]
    [InlineData("denmark", "DNK", "CRI KEN")]
    [InlineData("au-desk", "", "GHA KEN")]
    [InlineData("eu-desk", "", "DNK KEN")]
    [InlineData("secretariat", "", "CRI KEN")]
    [InlineData("observer", "", "KEN")]
    [InlineData("kenya-contributor", "", "KEN")]
    [InlineData("civil-society-kenya", "", "KEN")]
    [InlineData("auditor", "", "")]
    [InlineData("admin", "", "")]
    [InlineData("stranger", "", "")]
    public async Task Shows_each_persona_the_assessments_that_are_shared_with_it(string persona, string own, string others)
    {
        await using var session = network.Database.Store.OpenRead(await network.Database.AccessOfAsync(persona));

        var seen = await session.QueryAsync(
            (context, cancellation) => context.Visible<Assessment>().Select(a => a.Country!).ToListAsync(cancellation), Cancellation);

        Assert.Equal($"{own} {others}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), seen.Order());
    }

    [Fact]
    public async Task Keeps_every_word_of_a_sample_assessment()
    {
        await using var session = network.Database.Store.OpenRead(new AccessContext(["state:KEN", "members"], null, null));

        var kenya = await session.QueryAsync(
            (context, cancellation) => context.Visible<Assessment>().SingleAsync(a => a.Country == "KEN", cancellation), Cancellation);

        Assert.EndsWith("(sample)", kenya.Title, StringComparison.Ordinal);
        Assert.Contains("invented sample", kenya.Summary, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(7, kenya.Inhibitors.Count);
        Assert.Equal(kenya.Ratings.Select(rating => rating.Factor), kenya.Factors);
        Assert.Contains(kenya.Ratings, rating => rating.Evidence.Count > 0 && rating.Indicators.Count > 0);
        Assert.Contains(kenya.Triggers, trigger => trigger.ExpectedOn == new DateOnly(2027, 8, 1));
        Assert.Equal(1, kenya.Version);
        Assert.NotNull(kenya.PublishedAt);
    }
}
