using System.Globalization;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>Names places of one SDL text as <c>name:line:column</c>. It knows where the lines start, so that each look-up is quick.</summary>
internal sealed class SdlOrigins
{
    private readonly SourceText _source;
    private readonly List<int> _lineStarts = [0];

    public SdlOrigins(SourceText source)
    {
        _source = source;
        var text = source.Utf8.Span;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Of(SyntaxNode node)
    {
        var found = _lineStarts.BinarySearch(node.Start);
        var line = found >= 0 ? found : ~found - 1;
        var column = System.Text.Encoding.UTF8.GetCharCount(_source.Utf8.Span[_lineStarts[line]..node.Start]) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{_source.Name}:{line + 1}:{column}");
    }
}
