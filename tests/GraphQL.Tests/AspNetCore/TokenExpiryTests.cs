using System.Security.Claims;
using Microsoft.Extensions.Time.Testing;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>A token's end, however far off.</summary>
public sealed class TokenExpiryTests
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10)]
    [InlineData(60 * 24 * 90)]
    public void It_calls_back_at_its_moment_and_not_before(int minutes)
    {
        var time = new FakeTimeProvider(Start);
        var expired = 0;
        using var expiry = new TokenExpiry(Start.AddMinutes(minutes), time, () => expired++);

        time.SetUtcNow(Start.AddMinutes(minutes).AddSeconds(-1));
        Assert.Equal(0, expired);
        time.SetUtcNow(Start.AddMinutes(minutes));
        Assert.Equal(1, expired);
    }

    [Fact]
    public void What_has_expired_already_calls_back_at_once()
    {
        var expired = 0;
        using var expiry = new TokenExpiry(Start.AddSeconds(-1), new FakeTimeProvider(Start), () => expired++);

        Assert.Equal(1, expired);
    }

    [Theory]
    [InlineData("1893456000", 1893456000)]
    [InlineData("1893456000.5", 1893456000)]
    [InlineData("99999999999999999999", uint.MaxValue)]
    [InlineData("-1", 0)]
    [InlineData("tomorrow", 0)]
    [InlineData("NaN", 0)]
    public void The_moment_is_the_claim_exp_and_past_if_it_can_not_be_read(string claim, long seconds)
    {
        var moment = TokenExpiry.MomentOf(new ClaimsPrincipal(new ClaimsIdentity([new Claim("exp", claim)])));

        Assert.Equal(seconds, moment?.ToUnixTimeSeconds());
    }

    [Fact]
    public void Without_the_claim_there_is_none() => Assert.Null(TokenExpiry.MomentOf(new ClaimsPrincipal(new ClaimsIdentity())));
}
