namespace R2P.Documents;

/// <summary>How long those wait whose statements are under way together: until the first of them gives up.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource? _any;

    private Patience(CancellationToken token) => Token = token;

    private Patience(CancellationTokenSource any) => (_any, Token) = (any, any.Token);

    public CancellationToken Token { get; }

    public static Patience Of(ReadOnlySpan<Question> questions)
    {
        var first = questions[0].Cancellation;
        foreach (var question in questions)
        {
            if (question.Cancellation != first)
            {
                return new Patience(CancellationTokenSource.CreateLinkedTokenSource(Tokens(questions)));
            }
        }

        return new Patience(first);
    }

    public void Dispose() => _any?.Dispose();

    private static CancellationToken[] Tokens(ReadOnlySpan<Question> questions)
    {
        var tokens = new CancellationToken[questions.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = questions[i].Cancellation;
        }

        return tokens;
    }
}
