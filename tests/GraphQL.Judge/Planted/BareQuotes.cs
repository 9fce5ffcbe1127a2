using R2P.GraphQL.Language;

namespace R2P.GraphQL.Judge.Planted;

/// <summary>The printer forgets to escape a backslash in a string (§2.9.4).</summary>
internal sealed class BareQuotes : Engine
{
    public override string Print(SyntaxNode node) => base.Print(node).Replace(@"\\", @"\", StringComparison.Ordinal);
}
