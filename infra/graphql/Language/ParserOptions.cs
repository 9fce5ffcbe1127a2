namespace R2P.GraphQL.Language;

/// <summary>What the parser accepts at most; the defaults suit documents from clients.</summary>
public sealed record ParserOptions
{
    /// <summary>Tokens of the document. A large schema needs more than the default of 15,000.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Levels of selection sets, list and object values and list types inside one another. Default 64.</summary>
    public int MaxDepth { get; init; } = 64;
}
