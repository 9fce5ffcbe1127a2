namespace R2P.Api.Tests.Hosting;

/// <summary>The command that tells what has changed in the contract. It needs neither a database nor settings.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private static readonly Dictionary<string, string?> NoSettings = new(StringComparer.Ordinal)
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["R2P__Port"] = "70000",
        ["R2P__Database__BinariesDirectory"] = "/nowhere",
    };

    private readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_it_prints_is_what_the_build_serves()
    {
        var (_, printed) = await RunAsync("print");

        var diff = await RunAsync("diff", await WriteAsync("printed.graphql", printed));

        Assert.Equal((0, "No changes."), diff);
        Assert.False(Directory.Exists(_data.Cluster));
    }

    [Fact]
    public async Task A_change_that_breaks_nothing_ends_with_0()
    {
        var old = await WriteAsync("old.graphql", "type Query { a: Int e: E } enum E { A }");
        var @new = await WriteAsync("new.graphql", "type Query { a: Int! e: E } enum E { A B }");

        Assert.Equal(
            (0, "DANGEROUS Enum value E.B was added.\nSAFE      Field Query.a changed type from Int to Int!.\nChanges: 0 breaking, 1 dangerous, 1 safe."),
            await RunAsync("diff", old, @new));
    }

    [Fact]
    public async Task A_change_that_breaks_something_ends_with_1()
    {
        var old = await WriteAsync("old.graphql", "type Query { a: Int b: Int }");
        var @new = await WriteAsync("new.graphql", "\uFEFFtype Query { a: Int }");

        Assert.Equal(
            (1, "BREAKING  Field Query.b was removed.\nChanges: 1 breaking, 0 dangerous, 0 safe."),
            await RunAsync("diff", old, @new));
    }

    [Theory]
    [InlineData("type Query { a: Int", ":1:20: Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("type Query {\n  a: Nope\n}", ":2:6: Unknown type \"Nope\".")]
    [InlineData("type T { a: Int }", ": Query root type must be provided.")]
    [InlineData("type Query { a: Int } enum __E { A }", ":1:23: Name \"__E\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    public async Task A_file_that_holds_no_valid_schema_is_named_with_the_place(string sdl, string reason)
    {
        var file = await WriteAsync("wrong.graphql", sdl);

        Assert.Equal((2, $"{file}{reason}"), await RunAsync("diff", file));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var file = Path.Combine(_data.Path, "absent.graphql");

        Assert.Equal((2, $"{file}: can't be read: Could not find file '{file}'."), await RunAsync("diff", file));
    }

    [Theory]
    [InlineData]
    [InlineData("diff")]
    [InlineData("diff", "a", "b", "c")]
    [InlineData("print", "a")]
    public async Task Wrong_usage_names_the_right_one(params string[] arguments) =>
        Assert.Equal((2, "Usage: schema print | schema diff OLD.graphql [NEW.graphql]"), await RunAsync(arguments));

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        Running.ServiceProcess.RunAsync(_data, NoSettings, ["schema", .. arguments]);

    private async Task<string> WriteAsync(string name, string sdl)
    {
        var path = Path.Combine(_data.Path, name);
        await File.WriteAllTextAsync(path, sdl, TestContext.Current.CancellationToken);
        return path;
    }
}
