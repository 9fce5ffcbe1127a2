using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>A place in a list or stream: opaque text that only its maker reads.</summary>
internal sealed class CursorScalar() : TextScalar<Cursor>("Cursor")
{
    protected override string Expected => "a cursor that this service gave out";

    public override void Write(Utf8JsonWriter writer, Cursor value) => writer.WriteStringValue(value.Text);

    protected override bool TryParse(string text, out Cursor value)
    {
        value = new Cursor(text);
        return text.Length > 0;
    }
}
