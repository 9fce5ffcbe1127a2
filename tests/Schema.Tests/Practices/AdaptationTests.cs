namespace R2P.Schema.Tests.Practices;

public sealed class AdaptationTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    [Fact]
    public async Task Adaptations_tell_everything_that_a_practice_tells()
    {
        var personas = new Personas(network);
        var model = await personas.PublishPracticeAsync("denmark", Personas.ToMembers, "A model");
        var proposed = await personas.ActAsync("ghana", "proposePractice", "practice", new
        {
            title = "An adaptation",
            policyOption = "POL_CONSTITUTIONAL_PROTECTION",
            pillar = "PILLAR_I",
            whatWasDone = "The same, in two regions.",
            adaptedFrom = Personas.Id(model),
        });

        var found = await network.DataAsync(
            "ghana",
            "query($title: String!) { practices(first: 1, where: { title: { eq: $title } }) { nodes { adaptations(first: 5) { nodes { id title audience { kind } whatWasDone owner { code } handling { purpose } } } } } }",
            new { title = "A model" });

        Assert.Equal(
            $$"""[{"id":"{{Personas.Id(proposed)}}","title":"An adaptation","audience":{"kind":"OFFICE"},"whatWasDone":"The same, in two regions.","owner":{"code":"GHA_FOCAL_POINT"},"handling":null}]""",
            found.GetProperty("practices").GetProperty("nodes")[0].GetProperty("adaptations").GetProperty("nodes").GetRawText());
    }
}
