namespace R2P.GraphQL.Language;

/// <summary>
/// Finds lines and columns in a text that was read through once: an error may point at thousands of places, and a text may be one long line.
/// </summary>
internal sealed class LineIndex
{
    private const int BlockSize = 1024;

    private readonly ReadOnlyMemory<byte> _utf8;

    /// <summary>Where each line begins.</summary>
    private readonly List<int> _lineStarts = [0];

    /// <summary>The UTF-16 code units before each block of the text.</summary>
    private readonly int[] _unitsBeforeBlock;

    public LineIndex(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        _unitsBeforeBlock = new int[(utf8.Length / BlockSize) + 1];
        for (var block = 1; block < _unitsBeforeBlock.Length; block++)
        {
            _unitsBeforeBlock[block] = _unitsBeforeBlock[block - 1] + CountUnits(utf8.Span.Slice((block - 1) * BlockSize, BlockSize));
        }

        FindLines(utf8.Span);
    }

    /// <summary>The line and column of a byte offset, both from 1; an offset behind the end is the end's.</summary>
    public SourceLocation LocationOf(int offset)
    {
        var position = Math.Min(offset, _utf8.Length);
        var found = _lineStarts.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        return new SourceLocation(line + 1, UnitsBefore(position) - UnitsBefore(_lineStarts[line]) + 1);
    }

    private void FindLines(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isBreak = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (isBreak)
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    private int UnitsBefore(int offset)
    {
        var block = offset / BlockSize;
        return _unitsBeforeBlock[block] + CountUnits(_utf8.Span[(block * BlockSize)..offset]);
    }

    // A character's first byte counts one unit, that of a four-byte character two, and what continues a character none.
    private static int CountUnits(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var value in bytes)
        {
            units += value switch { >= 0x80 and < 0xC0 => 0, >= 0xF0 => 2, _ => 1 };
        }

        return units;
    }
}
