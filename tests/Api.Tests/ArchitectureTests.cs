using System.Reflection;

namespace R2P.Api.Tests;

/// <summary>Who may know whom, from the built assemblies: api → schema → graphql and documents, which never know each other.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Storage = ["Npgsql", "Microsoft.EntityFrameworkCore"];
    private static readonly string[] Host =
    [
        "Serilog", "Microsoft.IdentityModel", "System.IdentityModel", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server", "Microsoft.AspNetCore.Diagnostics",
    ];

    [Theory]
    [InlineData("R2P.Api", "R2P.Schema", "R2P.GraphQL", "R2P.Documents")]
    [InlineData("R2P.Schema", "R2P.GraphQL", "R2P.Documents")]
    [InlineData("R2P.GraphQL")]
    [InlineData("R2P.Documents")]
    public void A_room_knows_only_the_rooms_below_it(string room, params string[] below) =>
        Assert.Empty(References(room).Where(name => name.StartsWith("R2P.", StringComparison.Ordinal)).Except(below));

    [Fact]
    public void The_domain_stands_on_the_engine_and_on_the_documents() =>
        Assert.Equal(["R2P.Documents", "R2P.GraphQL"], References("R2P.Schema").Where(name => name.StartsWith("R2P.", StringComparison.Ordinal)).Order());

    [Fact]
    public void The_engine_knows_no_database() => AssertKnowsNothingOf("R2P.GraphQL", Storage);

    [Fact]
    public void The_host_never_sees_a_table() => AssertKnowsNothingOf("R2P.Api", ["Microsoft.EntityFrameworkCore"]);

    [Theory]
    [InlineData("R2P.Schema")]
    [InlineData("R2P.Documents")]
    public void What_lies_below_the_host_knows_nothing_of_hosting(string room) => AssertKnowsNothingOf(room, Host);

    [Fact]
    public void Documents_know_nothing_of_the_web() => AssertKnowsNothingOf("R2P.Documents", ["Microsoft.AspNetCore"]);

    private static void AssertKnowsNothingOf(string room, string[] families) => Assert.DoesNotContain(
        References(room), name => families.Any(family => name == family || name.StartsWith($"{family}.", StringComparison.Ordinal)));

    private static IEnumerable<string> References(string room) =>
        Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);
}
