using R2P.GraphQL.Language;

namespace R2P.GraphQL.Validation.FieldMerging;

/// <summary>Two fields that can't answer under one response key, why, and the nodes that lead there on either side.</summary>
internal sealed record FieldConflict(
    string ResponseKey,
    string Reason,
    IReadOnlyList<SyntaxNode> FirstNodes,
    IReadOnlyList<SyntaxNode> SecondNodes)
{
    private const int MaxTextLength = 1000;
    private const int MaxNodes = 20;

    /// <summary>The error's message.</summary>
    public string Message =>
        $"Fields \"{Shorten(ResponseKey)}\" conflict because {Reason}. Use different aliases on the fields to fetch both if this was intentional.";

    public static FieldConflict Between(SelectedField first, SelectedField second, string reason) =>
        new(first.Node.ResponseKey, reason, [first.Node], [second.Node]);

    /// <summary>The conflict of two fields whose selections below conflict.</summary>
    public static FieldConflict Below(SelectedField first, SelectedField second, IReadOnlyList<FieldConflict> conflicts)
    {
        var reason = "";
        foreach (var conflict in conflicts)
        {
            reason += (reason is "" ? "" : " and ") + $"subfields \"{Shorten(conflict.ResponseKey)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxTextLength)
            {
                break;
            }
        }

        return new FieldConflict(
            first.Node.ResponseKey,
            Shorten(reason),
            Gather(first.Node, conflicts.Select(conflict => conflict.FirstNodes)),
            Gather(second.Node, conflicts.Select(conflict => conflict.SecondNodes)));
    }

    /// <summary>Keeps what a client can make long from making messages long.</summary>
    public static string Shorten(string text) => text.Length > MaxTextLength ? $"{text[..MaxTextLength]}..." : text;

    private static List<SyntaxNode> Gather(SyntaxNode outer, IEnumerable<IReadOnlyList<SyntaxNode>> inner)
    {
        List<SyntaxNode> nodes = [outer];
        foreach (var more in inner)
        {
            nodes.AddRange(more.TakeLast(MaxNodes - nodes.Count));
        }

        return nodes;
    }
}
