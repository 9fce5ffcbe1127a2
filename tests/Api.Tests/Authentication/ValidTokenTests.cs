using System.Net;

namespace R2P.Api.Tests.Authentication;

public sealed class ValidTokenTests(SharedService shared)
{
    private const string Viewer = """{"query":"{ viewer { displayName } }"}""";

    [Fact]
    public async Task Valid_tokens_are_accepted_however_many_are_checked_at_once_and_whatever_else_is_sent()
    {
        var valid = shared.Process.TokenOf("denmark");
        var invalid = new ForgedTokens(shared).Make("wrongly signed");

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => shared.Process.PostAsync(i % 4 == 0 ? invalid : valid, Viewer)));

        Assert.All(answers.Index(), answer => Assert.Equal(
            answer.Index % 4 == 0 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, answer.Item.Status));
    }
}
