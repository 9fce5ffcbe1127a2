namespace R2P.Documents;

/// <summary>Who asks: the tokens that they hold, and in whose name they act.</summary>
/// <param name="Tokens">What the viewer holds; <see cref="PublicToken"/> is added when it is missing.</param>
/// <param name="PersonId">The signed-in person, if any. Kept with revisions and events.</param>
/// <param name="OfficeId">The office in whose name the person acts, if that is clear from the start. Kept with events.</param>
public sealed record AccessContext(IReadOnlyList<string> Tokens, Guid? PersonId, Guid? OfficeId)
{
    /// <summary>The token that everyone holds.</summary>
    public const string PublicToken = "public";

    /// <summary>Somebody who is not signed in.</summary>
    public static AccessContext Anonymous { get; } = new([], null, null);

    /// <summary>What the viewer holds, always including <see cref="PublicToken"/>.</summary>
    public IReadOnlyList<string> Tokens { get; } = WithPublic(Tokens);

    /// <summary>The moment, by the database's clock, from which the tokens may be others without anybody's act. Followers ask anew then.</summary>
    public DateTimeOffset ValidUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The same, as SQL takes them; not to be changed.</summary>
    internal string[] TokenArray => (string[])Tokens;

    /// <summary>The predicate of access for a row that can't expire: is one of its readers a token of the viewer?</summary>
    public bool MayRead(IReadOnlyList<string> readers)
    {
        // Asked for every event and every follower.
        for (var i = 0; i < readers.Count; i++)
        {
            if (Array.IndexOf(TokenArray, readers[i]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] WithPublic(IReadOnlyList<string> tokens) =>
        !tokens.Contains(PublicToken, StringComparer.Ordinal) ? [.. tokens, PublicToken] : tokens as string[] ?? [.. tokens];
}
