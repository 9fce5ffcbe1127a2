namespace R2P.GraphQL.Tests.Types;

public sealed class NodeIdTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void The_text_is_base64url_of_type_and_guid_and_reads_back()
    {
        var text = new NodeId("House", Id).ToString();
        Assert.Equal("SG91c2U6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE", text);
        Assert.True(NodeId.TryParse(text, out var id));
        Assert.Equal(new NodeId("House", Id), id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("House:1")]
    [InlineData("SG91c2U6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=")]
    [InlineData(" SG91c2U6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE")]
    [InlineData("OjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAx")]
    [InlineData("SG91c2U6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDF")]
    public void Other_text_is_no_id(string? text) => Assert.False(NodeId.TryParse(text, out _));

    [Fact]
    public void Very_long_text_is_no_id() => Assert.False(NodeId.TryParse(new string('A', 1_000_000), out _));
}
