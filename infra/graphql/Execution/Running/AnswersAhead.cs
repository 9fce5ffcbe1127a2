namespace R2P.GraphQL.Execution;

/// <summary>What fields of a run were asked before their parents were there.</summary>
internal sealed class AnswersAhead
{
    private readonly Lock _gate = new();
    private Dictionary<FieldPlan, AnswerAhead>? _answers;

    public void Add(FieldPlan field, AnswerAhead answer)
    {
        lock (_gate)
        {
            (_answers ??= []).Add(field, answer);
        }
    }

    /// <summary>What the field was asked; null if it was not.</summary>
    public AnswerAhead? Find(FieldPlan field)
    {
        lock (_gate)
        {
            return _answers?.GetValueOrDefault(field);
        }
    }
}

/// <summary>What a field was asked for parents of these keys. Nobody may ever want to know: the parents may turn out not to be there.</summary>
internal sealed record AnswerAhead(AheadResolver Resolver, IReadOnlyList<Guid> Keys, Task<object?> Answer)
{
    /// <summary>Fills the results of a field whose parents are there.</summary>
    public ValueTask GiveAsync(ResolverContext context) => new(Resolver.GiveAsync(context, Keys, Answer));
}
