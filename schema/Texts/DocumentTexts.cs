using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using R2P.Schema.Sharing;

namespace R2P.Schema.Texts;

/// <summary>The texts of a document, by where they stand in it.</summary>
internal readonly struct DocumentTexts
{
    private static readonly string[] OnTheirOwn = ["title", "summary", "language", "translations"];

    /// <summary>Many texts of one document are asked for at once: its content is written once for all of them.</summary>
    private static readonly ConditionalWeakTable<ISharedDocument, StrongBox<JsonElement>> Contents = [];

    private readonly JsonElement _content;

    private DocumentTexts(JsonElement content) => _content = content;

    public static DocumentTexts Of(ISharedDocument document) =>
        new(Contents.GetValue(document, static known => new StrongBox<JsonElement>(DocumentContent.Of(known))).Value);

    /// <summary>The text at a JSON pointer; null if there is none.</summary>
    public string? At(string at) => JsonPointer.Parse(at) is { } pointer ? Find(pointer) : null;

    /// <summary>The same, if it is for people to read in their language: neither a code, nor what a translation has places of its own for.</summary>
    public string? ToTranslate(string at, Catalogue.Catalogue catalogue) =>
        JsonPointer.Parse(at) is [var first, ..] pointer && !OnTheirOwn.Contains(first) && Find(pointer) is { Length: > 0 } text && !catalogue.IsCode(text)
            ? text
            : null;

    /// <summary>What tells a text from another that takes its place.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string? Find(string[] pointer)
    {
        JsonElement? found = _content;
        foreach (var token in pointer)
        {
            found = found is { } at ? JsonPointer.Step(at, token) : null;
        }

        return found is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }
}
