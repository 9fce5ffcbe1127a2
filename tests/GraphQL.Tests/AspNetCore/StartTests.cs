using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using R2P.GraphQL.AspNetCore;

namespace R2P.GraphQL.Tests.AspNetCore;

/// <summary>What stops a host from starting, and says why.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Missing_services_are_named_with_the_line_to_add()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapGraphQL("/graphql"));

        Assert.Equal(
            "The services of GraphQL are missing. Add this line before the application is built: "
            + "builder.Services.AddGraphQL(graphql => graphql.AddAssembly(typeof(Program).Assembly));",
            exception.Message);
    }

    public static TheoryData<string> Limits => [.. typeof(GraphQLOptions).GetProperties()
        .Where(option => option.PropertyType == typeof(int)).Select(option => option.Name)];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_that_can_not_be_meant_is_named(string limit)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TestServer.StartAsync(services => services.Configure<GraphQLOptions>(options =>
                typeof(GraphQLOptions).GetProperty(limit)!.SetValue(options, 0))));

        Assert.Equal($"GraphQLOptions.{limit} must be greater than zero.", exception.Message);
    }

    [Fact]
    public async Task A_policy_that_does_not_exist_is_named()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TestServer.StartAsync(services => services.Configure<GraphQLOptions>(options => options.Introspection = (IntrospectionPolicy)7)));

        Assert.Equal("GraphQLOptions.Introspection must be one of Everyone, SignedIn, Nobody.", exception.Message);
    }

    [Fact]
    public async Task A_time_that_can_not_be_meant_is_named()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TestServer.StartAsync(services =>
                services.Configure<GraphQLTransportOptions>(options => options.CloseTimeout = TimeSpan.Zero)));

        Assert.Equal("GraphQLTransportOptions.CloseTimeout must be greater than zero.", exception.Message);
    }
}
