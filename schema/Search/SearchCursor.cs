using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using R2P.GraphQL;
using R2P.GraphQL.Errors;

namespace R2P.Schema.Search;

/// <summary>A document's place among those that were found: higher ranks first, newer ones first among equals.</summary>
/// <param name="Rank">How well it fits; below zero for those that follow without a rank.</param>
/// <param name="ShownAt">When it was published.</param>
/// <param name="Id">Its id.</param>
internal sealed record SearchPlace(float Rank, DateTimeOffset ShownAt, Guid Id)
{
    public bool IsRanked => Rank >= 0;

    /// <summary>The order of what is found.</summary>
    public static IComparer<SearchPlace> BestFirst { get; } = Comparer<SearchPlace>.Create(static (one, other) =>
        (other.Rank, other.ShownAt, other.Id).CompareTo((one.Rank, one.ShownAt, one.Id)));

    public bool IsBehind(SearchPlace other) => BestFirst.Compare(this, other) > 0;
}

/// <summary>Places as clients hold them: of one search only, as another one ranks otherwise.</summary>
internal sealed class SearchCursor(string text, string? language, DateTimeOffset? asOf)
{
    private const int TagLength = 8;
    private const int Length = TagLength + sizeof(float) + sizeof(long) + 16;

    private readonly byte[] _tag = SHA256.HashData(Encoding.UTF8.GetBytes(asOf is { } moment ? $"{language}\n{text}\n{moment.UtcTicks}" : $"{language}\n{text}"))[..TagLength];

    public Cursor Of(SearchPlace place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        _tag.CopyTo(bytes);
        BinaryPrimitives.WriteSingleBigEndian(bytes[TagLength..], place.Rank);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(TagLength + sizeof(float))..], place.ShownAt.UtcTicks);
        place.Id.TryWriteBytes(bytes[^16..], bigEndian: true, out _);
        return new Cursor(Base64Url.EncodeToString(bytes));
    }

    /// <summary>The place that a cursor stands for.</summary>
    /// <exception cref="GraphQLException">It is none of this search.</exception>
    public SearchPlace Read(Cursor cursor)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(cursor.Text, out var length) || length != Length)
        {
            throw Bad("is not a cursor of a search.");
        }

        Base64Url.DecodeFromChars(cursor.Text, bytes);
        var rank = BinaryPrimitives.ReadSingleBigEndian(bytes[TagLength..]);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes[(TagLength + sizeof(float))..]);
        if (!bytes[..TagLength].SequenceEqual(_tag))
        {
            throw Bad("is a cursor of another search: start again from the first page when \"text\", \"language\" or \"asOf\" changes.");
        }

        return float.IsNaN(rank) || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks
            ? throw Bad("is not a cursor of a search.")
            : new SearchPlace(rank, new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[^16..], bigEndian: true));
    }

    private static GraphQLException Bad(string problem) => new($"Argument \"after\" {problem}", ErrorCodes.BadUserInput);
}
