using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>Text in Markdown (CommonMark), as its author wrote it.</summary>
internal sealed class MarkdownScalar() : TextScalar<Markdown>("Markdown")
{
    protected override string Expected => "text";

    public override void Write(Utf8JsonWriter writer, Markdown value) => writer.WriteStringValue(value.Text);

    protected override bool TryParse(string text, out Markdown value)
    {
        value = new Markdown(text);
        return true;
    }
}
