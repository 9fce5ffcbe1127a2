using System.Text.Json;

namespace R2P.Schema.Tests.Comparisons;

public sealed class DiffTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Personas _personas = new(network);

    [Fact]
    public async Task What_changed_is_a_patch_and_stands_side_by_side()
    {
        var proposed = await _personas.ProposeAsync("ghana", "Before");
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(proposed), version = 1, title = "After", limits = "Some" });

        var diff = (await _personas.SeeAsync(
            "ghana", Personas.Id(proposed), "diff(from: 1) { from to patch { op path value } patchText sideBySide { at before after } }")).GetProperty("diff");

        Assert.Equal((1, 2), (diff.GetProperty("from").GetInt32(), diff.GetProperty("to").GetInt32()));
        var steps = diff.GetProperty("patch")
            .EnumerateArray().ToDictionary(step => step.GetProperty("path").GetString()!, step => step.GetProperty("value").GetString());
        Assert.Equal("\"After\"", steps["/title"]);
        Assert.Equal("\"Some\"", steps["/limits"]);
        Assert.Equal(2, steps.Count);
        Assert.Contains("""{"at":"/title","before":"Before","after":"After"}""", diff.GetProperty("sideBySide").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("""{"op":"replace","path":"/title","value":"After"}""", diff.GetProperty("patchText").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_never_shared_is_compared_with_nothing()
    {
        var published = await _personas.PublishPracticeAsync("ghana", Personas.ToMembers, "Published");
        await _personas.ActAsync("ghana", "revisePractice", "practice", new { id = Personas.Id(published), version = 3, title = "Corrected" });
        const string both = """draft: diff(from: 1) { patchText } shared: diff(from: 3) { patchText } none: diff(from: 9) { patchText } back: diff(from: 4, to: 3) { patchText }""";

        var seen = await _personas.SeeAsync("observer", Personas.Id(published), both);

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("draft").ValueKind);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("none").ValueKind);
        Assert.Equal("""[{"op":"replace","path":"/title","value":"Corrected"}]""", seen.GetProperty("shared").GetProperty("patchText").GetString());
        Assert.Equal("""[{"op":"replace","path":"/title","value":"Published"}]""", seen.GetProperty("back").GetProperty("patchText").GetString());
        Assert.NotEqual(JsonValueKind.Null, (await _personas.SeeAsync("ghana", Personas.Id(published), both)).GetProperty("draft").ValueKind);
    }
}
