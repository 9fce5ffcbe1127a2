using System.Text.Json;

namespace R2P.Bench.Service.Raw;

/// <summary>The names in the answers, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    public static readonly JsonEncodedText Assessments = JsonEncodedText.Encode("assessments");
    public static readonly JsonEncodedText Nodes = JsonEncodedText.Encode("nodes");
    public static readonly JsonEncodedText Node = JsonEncodedText.Encode("node");
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    public static readonly JsonEncodedText Country = JsonEncodedText.Encode("country");
    public static readonly JsonEncodedText Ratings = JsonEncodedText.Encode("ratings");
    public static readonly JsonEncodedText Factor = JsonEncodedText.Encode("factor");
    public static readonly JsonEncodedText Finding = JsonEncodedText.Encode("finding");
    public static readonly JsonEncodedText Trend = JsonEncodedText.Encode("trend");
    public static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    public static readonly JsonEncodedText Comments = JsonEncodedText.Encode("comments");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Typename = JsonEncodedText.Encode("__typename");
}
