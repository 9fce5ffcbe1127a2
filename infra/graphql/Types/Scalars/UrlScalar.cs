using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace R2P.GraphQL.Types.Scalars;

/// <summary>An absolute address of the web (RFC 3986, http or https): never a script, a file or a relative path.</summary>
internal sealed class UrlScalar() : TextScalar<Uri>("URL")
{
    protected override string Expected => "an absolute http or https address";

    public override void Write(Utf8JsonWriter writer, Uri value) =>
        writer.WriteStringValue(
            IsWeb(value) ? value.AbsoluteUri : throw new CoercionException($"{Name} cannot represent value: {ValueText.Quote(value.ToString())}"));

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && IsWeb(value);

    private static bool IsWeb(Uri value) => value.IsAbsoluteUri && (value.Scheme == Uri.UriSchemeHttps || value.Scheme == Uri.UriSchemeHttp);
}
