namespace R2P.GraphQL.Language;

/// <summary>The lines of a text, whichever of the three line terminators ends them (§2.1.3); the last may be empty.</summary>
internal ref struct Lines(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    private bool _isOver;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly Lines GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isOver)
        {
            return false;
        }

        var end = _rest.IndexOfAny('\r', '\n');
        _isOver = end < 0;
        Current = _isOver ? _rest : _rest[..end];
        _rest = _isOver ? default : _rest[(end + (_rest[end..].StartsWith("\r\n") ? 2 : 1))..];
        return true;
    }
}
