using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using R2P.Schema.Tests.Alerts;
using R2P.Schema.Tests.Assistance;
using R2P.Schema.Tests.Exchanges;
using R2P.Schema.Tests.PeerReviews;

namespace R2P.Schema.Tests.Sharing;

/// <summary>Every list that takes <c>first</c> says how much it gives at most, and refuses what lies outside with the figure.</summary>
public sealed partial class ListBoundTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private const string Introspection =
        """
        { __schema { types { name kind interfaces { name } fields { name type { ...type } args { name description type { ...type } } } } } }
        fragment type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    /// <summary>What else a field can't do without.</summary>
    private static readonly Dictionary<string, string> Required = new(StringComparer.Ordinal) { ["text"] = "\"peace\"" };

    [Fact]
    public async Task A_page_that_is_none_or_too_large_is_refused_with_its_bounds()
    {
        var fields = await FieldsAsync();
        var ways = await WaysAsync(fields);
        var faults = new List<string>();
        foreach (var field in fields)
        {
            if (!ways.TryGetValue(field.Owner, out var way))
            {
                faults.Add($"{field}: no object of its type is at hand; make one.");
                continue;
            }

            foreach (var first in new[] { -1, field.Most + 1, int.MaxValue, field.IsPlain ? 0 : field.Most + 7 })
            {
                var expected = $"BAD_USER_INPUT Argument \"first\" must be {(field.IsPlain ? $"from 1 to {field.Most}" : $"between 0 and {field.Most}")}, but is {first}.";
                var answer = await AskAsync(way, field, first);
                if (answer != expected)
                {
                    faults.Add($"{field} of {first}: {answer}");
                }
            }

            var most = await AskAsync(way, field, field.Most);
            if (most != "")
            {
                faults.Add($"{field} of {field.Most}: {most}");
            }
        }

        Assert.Empty(faults);
        Assert.InRange(fields.Count, 60, int.MaxValue);
    }

    /// <summary>The error of a request; empty if there is none.</summary>
    private async Task<string> AskAsync((string Persona, string Query) way, BoundField field, int first)
    {
        var arguments = string.Concat(field.Required.Select(argument => $", {argument}: {Required[argument]}"));
        var selection = string.Create(CultureInfo.InvariantCulture, $"{field.Name}(first: {first}{arguments}) {{ __typename }}");
        var response = await network.AskAsync(way.Persona, way.Query.Replace("…", selection, StringComparison.Ordinal));
        if (!response.TryGetProperty("errors", out var errors))
        {
            return "";
        }

        var error = Assert.Single(errors.EnumerateArray());
        var code = error.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("code").GetString() : error.GetProperty("code").GetString();
        return $"{code} {error.GetProperty("message").GetString()}";
    }

    /// <summary>Every field with <c>first</c>; those that all documents have, of one kind of them.</summary>
    private async Task<List<BoundField>> FieldsAsync()
    {
        var types = (await network.DataAsync("ghana", Introspection)).GetProperty("__schema").GetProperty("types").EnumerateArray().ToArray();
        var common = types.Single(type => Text(type, "name") == "SharedDocument")
            .GetProperty("fields").EnumerateArray().Select(field => Text(field, "name")).ToHashSet();
        return
        [
            .. from type in types
               where Text(type, "kind") == "OBJECT"
               let isDocument = type.GetProperty("interfaces").EnumerateArray().Any(one => Text(one, "name") == "SharedDocument")
               from field in type.GetProperty("fields").EnumerateArray()
               where !isDocument || Text(type, "name") == "Practice" || !common.Contains(Text(field, "name"))
               from argument in field.GetProperty("args").EnumerateArray()
               where Text(argument, "name") == "first"
               select BoundField.Of(Text(type, "name"), field, argument),
        ];
    }

    /// <summary>By type, who asks an object of it, and how.</summary>
    private async Task<Dictionary<string, (string Persona, string Query)>> WaysAsync(List<BoundField> fields)
    {
        Required["after"] = $"\"{(await network.DataAsync("ghana", "{ changeCursor }")).GetProperty("changeCursor").GetString()}\"";
        var ways = new Dictionary<string, (string Persona, string Query)>(StringComparer.Ordinal)
        {
            ["Query"] = ("ghana", "{ … }"),
            ["ViewerInbox"] = ("ghana", "{ inbox { … } }"),
            ["Digest"] = ("ghana", "{ digest(since: \"2020-01-01T00:00:00Z\") { … } }"),
            ["SavedFilter"] = ("ghana", "{ savedFilters { … } }"),
            ["PeerReview"] = ("ghana", "{ peerReviews(first: 1) { nodes { … } } }"),
            ["Comment"] = ("ghana", "{ peerReviews(first: 1) { nodes { comments(first: 1) { nodes { … } } } } }"),
            ["Alert"] = ("kenya", "{ alerts(first: 1) { nodes { … } } }"),
            ["ContributionPrompt"] = ("kenya", "{ alerts(first: 1) { nodes { contributionPrompts { … } } } }"),
        };
        foreach (var root in fields.Where(field => field.Owner == "Query" && field.Required.Count == 0))
        {
            ways.TryAdd(root.NodeType, ("ghana", $"{{ {root.Name}(first: 1) {{ nodes {{ … }} }} }}"));
        }

        await MakeAsync();
        return ways;
    }

    /// <summary>What the sample network has not.</summary>
    private async Task MakeAsync()
    {
        await new AlertDesk(network).RaiseAsync();
        await new AssistanceDesk(network).OpenAsync();
        var reviews = new ReviewDesk(network);
        var (_, review) = await reviews.AcceptedAsync(("kenya", "KEN_FOCAL_POINT"));
        await reviews.CommentAsync("kenya", review);
        var desks = new Desks(network);
        await desks.SendAsync("ghana", await desks.OpenAsync("ghana", "For its messages", "KEN_FOCAL_POINT"), new { text = "When?" });
        await network.DataAsync(
            "ghana", "mutation($input: SaveFilterInput!) { saveFilter(input: $input) { errors { message } } }", new { input = new { name = "Mine" } });
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    /// <summary>A field with <c>first</c>, and what its description says of it.</summary>
    private sealed partial record BoundField(string Owner, string Name, int Most, bool IsPlain, string NodeType, IReadOnlyList<string> Required)
    {
        public static BoundField Of(string owner, JsonElement field, JsonElement first)
        {
            var figure = Bound().Match(Text(first, "description"));
            Assert.True(figure.Success, $"{owner}.{Text(field, "name")} does not say how much it gives at most: {Text(first, "description")}");
            var result = NameOf(field.GetProperty("type"));
            return new BoundField(
                owner,
                Text(field, "name"),
                int.Parse(figure.Groups["most"].Value, CultureInfo.InvariantCulture),
                !result.EndsWith("Connection", StringComparison.Ordinal),
                result.Replace("Connection", "", StringComparison.Ordinal),
                [.. field.GetProperty("args").EnumerateArray().Where(argument => Text(argument, "name") != "first" && IsNonNull(argument)).Select(argument => Text(argument, "name"))]);
        }

        public override string ToString() => $"{Owner}.{Name}";

        private static bool IsNonNull(JsonElement argument) => Text(argument.GetProperty("type"), "kind") == "NON_NULL";

        private static string NameOf(JsonElement type) =>
            type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? NameOf(inner) : Text(type, "name");

        [GeneratedRegex(@"from 1 to (?<most>\d+)|(?<most>\d+) at most", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Bound();
    }
}
