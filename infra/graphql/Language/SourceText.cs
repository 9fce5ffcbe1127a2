namespace R2P.GraphQL.Language;

/// <summary>A document's UTF-8 text, and the way from a byte offset to a line and column (§7.1.5: both start at 1).</summary>
public sealed class SourceText(ReadOnlyMemory<byte> utf8, string name = "GraphQL request")
{
    private LineIndex? _lines;

    /// <summary>The whole text, as UTF-8 without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>What the text is called in messages of tools.</summary>
    public string Name { get; } = name;

    /// <summary>Makes a source from a .NET string.</summary>
    public static SourceText From(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The line and column of a byte offset; columns count UTF-16 code units, as graphql-js does.</summary>
    public SourceLocation LocationOf(int offset) => (_lines ??= new LineIndex(Utf8)).LocationOf(offset);
}

/// <summary>A place in a source: line and column, both from 1 (§7.1.5).</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct SourceLocation(int Line, int Column);
