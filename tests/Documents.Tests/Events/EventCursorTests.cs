using System.Buffers.Text;
using System.Security.Cryptography;
using R2P.Tests;

namespace R2P.Documents.Tests.Events;

public sealed class EventCursorTests(PostgresFixture postgres) : NoteDatabase(postgres)
{
    private static readonly EventCursor Cursor = new(RandomNumberGenerator.GetBytes(32));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void A_cursor_gives_its_position_back(long position)
    {
        Assert.True(Cursor.TryUnprotect(Cursor.Protect(position), out var read));
        Assert.Equal(position, read);
    }

    [Fact]
    public void Two_cursors_of_one_position_differ() => Assert.NotEqual(Cursor.Protect(1), Cursor.Protect(1));

    [Fact]
    public void A_cursor_with_any_bit_changed_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(Cursor.Protect(42));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Cursor.TryUnprotect(Base64Url.EncodeToString(bytes), out _), $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("not base64 !")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_cursor_is_refused(string? text) => Assert.False(Cursor.TryUnprotect(text, out _));

    [Fact]
    public void A_cursor_of_another_database_is_refused() =>
        Assert.False(new EventCursor(RandomNumberGenerator.GetBytes(32)).TryUnprotect(Cursor.Protect(1), out _));

    [Fact]
    public async Task All_instances_on_a_database_share_the_key()
    {
        var first = await StartEventLogAsync(Store, Signal);
        var otherSignal = new EventSignal();
        var second = await StartEventLogAsync(CreateStore(otherSignal), otherSignal);

        Assert.True(second.Cursor.TryUnprotect(first.Cursor.Protect(7), out var position));
        Assert.Equal(7, position);
    }

    [Fact]
    public async Task Before_the_log_has_started_there_is_no_cursor()
    {
        await using var log = new EventLog(
            Store, Database.Options, Signal, Microsoft.Extensions.Logging.Abstractions.NullLogger<EventLog>.Instance);

        var early = Assert.Throws<InvalidOperationException>(() => log.Cursor);

        Assert.Equal("The event log has not started.", early.Message);
    }
}
