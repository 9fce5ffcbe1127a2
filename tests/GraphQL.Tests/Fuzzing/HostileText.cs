using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace R2P.GraphQL.Tests.Fuzzing;

/// <summary>Bytes that somebody sends; shown as text.</summary>
public sealed record HostileText(byte[] Utf8)
{
    public static HostileText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Encoding.UTF8.GetString(Utf8);
}

/// <summary>Makes such bytes, and makes those that find a fault shorter.</summary>
internal static class HostileTexts
{
    /// <summary>Nothing but noise.</summary>
    public static Arbitrary<HostileText> Noise { get; } = Shrinking(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().Select(bytes => new HostileText(bytes)));

    /// <summary>Words one after the other, without order.</summary>
    public static Arbitrary<HostileText> Soup(IReadOnlyList<string> words) => Shrinking(
        Gen.Elements<string>([.. words]).ArrayOf().Select(chosen => HostileText.Of(string.Join(' ', chosen))));

    /// <summary>Texts that are right, and then were changed in a few places: bytes, words, parts of other texts.</summary>
    public static Arbitrary<HostileText> Mutants(Gen<string> seeds, IReadOnlyList<string> words) => Shrinking(
        from text in seeds
        from other in seeds
        from count in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 4)))
        from changes in Gen.Choose(0, int.MaxValue).ArrayOf(count * 4)
        select new HostileText(Mutate(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(other), words, changes)));

    private static byte[] Mutate(byte[] text, byte[] other, IReadOnlyList<string> words, int[] changes)
    {
        var bytes = new List<byte>(text);
        foreach (var change in changes.Chunk(4))
        {
            var at = change[1] % (bytes.Count + 1);
            var length = Math.Min(change[2] % 24, bytes.Count - at);
            var from = change[3] % other.Length;
            switch (change[0] % 6)
            {
                case 0:
                    bytes.Insert(at, (byte)change[2]);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, other[from..Math.Min(from + length + 1, other.Length)]);
                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes($" {words[change[2] % words.Count]} "));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(length, 1));
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[change[2] % words.Count]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static Arbitrary<HostileText> Shrinking(Gen<HostileText> texts) => Arb.From(texts, Shorter);

    private static IEnumerable<HostileText> Shorter(HostileText text)
    {
        var bytes = text.Utf8;
        for (var size = (bytes.Length + 1) / 2; size > 0; size /= 2)
        {
            for (var at = 0; at < bytes.Length; at += size)
            {
                yield return new HostileText([.. bytes[..at], .. bytes[Math.Min(at + size, bytes.Length)..]]);
            }

            if (size == 1)
            {
                yield break;
            }
        }
    }
}
