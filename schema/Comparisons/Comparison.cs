using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Comparisons;

/// <summary>What was changed in a document's content between two versions; what the service keeps about it, such as its audience, is no content.</summary>
public sealed class Comparison
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<PatchStep> _steps;

    private Comparison(int from, int to, IReadOnlyList<PatchStep> steps) => (From, To, _steps) = (from, to, steps);

    /// <summary>The version that is compared.</summary>
    public int From { get; }

    /// <summary>The version that it is compared with.</summary>
    public int To { get; }

    /// <summary>The operations of a JSON Patch (RFC 6902) that lead from one version's content to the other's, to be applied in their order.</summary>
    public IReadOnlyList<PatchEntry> Patch => [.. _steps.Select(step => new PatchEntry(
        step.Operation, step.Path, step.Operation == PatchOperation.Remove ? null : ToText(step.After)))];

    /// <summary>The same as one JSON text, as <c>application/json-patch+json</c> has it.</summary>
    public string PatchText => new JsonArray([.. _steps.Select(ToNode)]).ToJsonString(Json);

    /// <summary>Every passage that differs, as it was and as it is.</summary>
    public IReadOnlyList<ChangedPassage> SideBySide =>
    [
        .. _steps.Select(step => new ChangedPassage(
            step.Path,
            step.Operation == PatchOperation.Add ? null : ToReadable(step.Before),
            step.Operation == PatchOperation.Remove ? null : ToReadable(step.After))),
    ];

    /// <summary>Compares two versions of one document.</summary>
    internal static Comparison Of(ISharedDocument from, ISharedDocument to) =>
        new(from.Version, to.Version, JsonPatch.Between(ContentOf(from), ContentOf(to)));

    internal static JsonNode? ContentOf(ISharedDocument document) => JsonObject.Create(DocumentContent.Of(document));

    private static JsonNode ToNode(PatchStep step)
    {
        var node = new JsonObject { ["op"] = NameOf(step.Operation), ["path"] = step.Path };
        if (step.Operation != PatchOperation.Remove)
        {
            node["value"] = step.After?.DeepClone();
        }

        return node;
    }

    private static string NameOf(PatchOperation operation) => operation switch
    {
        PatchOperation.Add => "add",
        PatchOperation.Remove => "remove",
        _ => "replace",
    };

    private static string ToText(JsonNode? node) => node?.ToJsonString(Json) ?? "null";

    /// <summary>A text as it is, anything else as JSON.</summary>
    private static string? ToReadable(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        _ => ToText(node),
    };
}

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Op">What is done.</param>
/// <param name="Path">Where: a JSON pointer into the document as the operations before have left it.</param>
/// <param name="Value">What is put there, as JSON; null for a removal.</param>
public sealed record PatchEntry(PatchOperation Op, string Path, string? Value);

/// <summary>What an operation of a patch does.</summary>
public enum PatchOperation
{
    /// <summary>Puts a value in, in a list before the element that stands there.</summary>
    Add,

    /// <summary>Takes a value out.</summary>
    Remove,

    /// <summary>Puts a value in the place of another.</summary>
    Replace,
}

/// <summary>A passage that differs between two versions.</summary>
/// <param name="At">Where: the path of the patch's operation.</param>
/// <param name="Before">The text as it was, or the value as JSON; null if there was none.</param>
/// <param name="After">The text as it is, or the value as JSON; null if there is none any more.</param>
public sealed record ChangedPassage(string At, string? Before, string? After);
