namespace R2P.GraphQL;

/// <summary>A place in a list or stream; clients hand it back as they got it. The scalar <c>Cursor</c>.</summary>
public readonly record struct Cursor(string Text)
{
    public override string ToString() => Text;
}

/// <summary>Text in Markdown. The scalar <c>Markdown</c>.</summary>
public readonly record struct Markdown(string Text)
{
    public override string ToString() => Text;
}
