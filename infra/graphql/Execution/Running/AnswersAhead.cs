using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Telemetry;

namespace R2P.GraphQL.Execution;

/// <summary>What fields of a run were asked before their parents were there.</summary>
internal sealed class AnswersAhead
{
    private readonly Lock _gate = new();
    private Dictionary<FieldPlan, AnswerAhead>? _answers;

    /// <summary>Asks a field for parents of these keys.</summary>
    /// <returns>The answer, as <see cref="Find"/> gives it.</returns>
    public Task<object?> Ask(AheadResolver resolver, ResolverContext context, IReadOnlyList<Guid> keys)
    {
        var answer = Call(resolver, context, keys);
        lock (_gate)
        {
            (_answers ??= [])[context.Plan] = new AnswerAhead(resolver, keys, answer);
        }

        return answer;
    }

    /// <summary>What the field was asked; null if it was not.</summary>
    public AnswerAhead? Find(FieldPlan field)
    {
        lock (_gate)
        {
            return _answers?.GetValueOrDefault(field);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a resolver throws is the field's error (§6.4.4).")]
    private static Task<object?> Call(AheadResolver resolver, ResolverContext context, IReadOnlyList<Guid> keys)
    {
        try
        {
            return Spans.AreWanted ? Spans.AskAsync(resolver, context, keys) : resolver.AskAsync(context, keys);
        }
        catch (Exception failure)
        {
            return Task.FromException<object?>(failure);
        }
    }
}

/// <summary>What a field was asked for parents of these keys. Nobody may ever want to know: the parents may turn out not to be there.</summary>
internal sealed record AnswerAhead(AheadResolver Resolver, IReadOnlyList<Guid> Keys, Task<object?> Answer)
{
    /// <summary>Fills the results of a field whose parents are there.</summary>
    public ValueTask GiveAsync(ResolverContext context) => new(Resolver.GiveAsync(context, Keys, Answer));
}
