using R2P.GraphQL;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Tests.Changes;

public sealed class ReviewActivityTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Desk _desk = new(network);

    [Fact]
    public async Task What_happens_in_a_review_is_told_to_those_who_may_hear_of_it()
    {
        var document = await _desk.DraftAsync("ghana", "Reviewed");
        var review = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var field = $"""reviewActivity(review: "{new NodeId("PeerReview", review)}")""";
        await using var ghana = await Listener.StartAsync(network, "ghana", field);
        await using var kenya = await Listener.StartAsync(network, "kenya", field);
        await using var denmark = await Listener.StartAsync(network, "denmark", field);
        await using var everything = await Listener.StartAsync(network, "kenya");

        await TellAsync(ChangeType.CommentAdded, isSealed: false);
        await TellAsync(ChangeType.CommentAnswered, isSealed: true);

        Assert.Equal(["COMMENT_ADDED 1 by GHA: Reviewed", "COMMENT_ANSWERED 1: Reviewed"], await ghana.NextAsync(2));
        var told = await kenya.NextAsync();
        Assert.Equal("COMMENT_ADDED 1 by GHA", Listener.Words(told));
        Assert.Equal(document, told.GetProperty("documentId").GetString());
        Assert.Equal("ASSESSMENT", told.GetProperty("kind").GetString());
        Assert.Equal(["COMMENT_ANSWERED 1"], await kenya.NextAsync(1));
        Assert.Equal(["COMMENT_ADDED 1 by GHA", "COMMENT_ANSWERED 1"], await everything.NextAsync(2));
        Assert.True(await denmark.IsSilentAsync());

        Task TellAsync(ChangeType type, bool isSealed) => _desk.ActAsync("ghana", act =>
        {
            var said = new ReviewEvent(Desk.KeyOf(document), DocumentKind.Assessment, 1, Comment: act.NewId(), Sealed: isSealed);
            act.TellOfReview(type, review, said, ["state:GHA", "state:KEN"]);
            return Task.CompletedTask;
        });
    }
}
