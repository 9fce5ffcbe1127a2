using R2P.GraphQL.Types;

namespace R2P.GraphQL.Tests.Types.Building;

/// <summary>What attributes on types do, and inputs that may be left out.</summary>
public sealed class TypeLevelTests
{
    private static readonly GraphQLSchema Schema = BuiltSchema.Of(typeof(VaultQueries), typeof(Vault), typeof(VaultFields));

    [Theory]
    [InlineData("{ vault { gold } }", "FORBIDDEN")]
    [InlineData("{ vault { key } }", "FORBIDDEN")]
    [InlineData("{ locked { name } }", "FORBIDDEN")]
    [InlineData("{ locked { ... on Vault { gold } } }", "FORBIDDEN")]
    public async Task A_restriction_on_the_interface_holds_for_its_objects(string query, string code)
    {
        var stranger = new System.Security.Claims.ClaimsIdentity([new("role", "VISITOR")], "test");
        Assert.StartsWith(code, await Answers.To(Schema, query, user: new(stranger)), StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_of_type_and_field_must_both_hold()
    {
        Assert.Equal(["KEEPER", "OWNER"], ((FieldsType)Schema.FindType("Vault")!).Fields["gold"].Authorization!.Roles);
        Assert.Equal(["OWNER"], ((FieldsType)Schema.FindType("Vault")!).Fields["key"].Authorization!.Roles);
    }

    [Theory]
    [InlineData("{}", "nothing")]
    [InlineData("{ note: null }", "note cleared")]
    [InlineData("{ note: \"n\" }", "note n")]
    [InlineData("{ name: \"x\" }", "name x")]
    public async Task What_is_left_out_differs_from_null(string input, string expected) =>
        Assert.Equal($$$"""{"data":{"change":"{{{expected}}}"}}""", await Answers.To(Schema, $"{{ change(input: {input}) }}"));

    [Fact]
    public async Task What_may_be_left_out_may_still_refuse_null()
    {
        var answer = await Answers.To(Schema, "{ change(input: { name: null }) }");
        Assert.Contains("\\\"name\\\" may be left out, but it must not be null.", answer, StringComparison.Ordinal);
        Assert.Contains("BAD_USER_INPUT", answer, StringComparison.Ordinal);
    }
}

[InterfaceType]
[Authorize(Roles = ["KEEPER", "OWNER"])]
public interface ILocked
{
    string Name { get; }
}

public sealed record Vault(string Name, int Gold) : ILocked;

[ObjectType<Vault>]
public static class VaultFields
{
    [Authorize(Roles = ["OWNER", "SMITH"])]
    public static string Key([Parent] Vault vault) => vault.Name;
}

public sealed record VaultChange(Optional<string> Name, Optional<string?> Note);

[QueryType]
public static class VaultQueries
{
    public static Vault Vault() => new("v", 1);

    public static ILocked Locked() => Vault();

    public static string Change(VaultChange input) => input switch
    {
        { Name.HasValue: true } => $"name {input.Name.Value}",
        { Note.HasValue: true } => $"note {input.Note.Value ?? "cleared"}",
        _ => "nothing",
    };
}
