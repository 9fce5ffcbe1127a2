using System.Diagnostics.CodeAnalysis;

namespace R2P.Documents;

/// <summary>
/// Has one call at a time answer all who ask alike: whoever asks while a call is under way is answered by the next one, with all others who do. So a thousand
/// who ask at once cost a call or two, and each is answered by one that began after they asked.
/// </summary>
/// <typeparam name="TQuestion">What is asked. Those that are equal are asked once.</typeparam>
/// <typeparam name="TAnswer">What is answered.</typeparam>
/// <param name="answer">Answers questions, in their order. Its failure is the answer to all of them.</param>
public sealed class Coalescer<TQuestion, TAnswer>(Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> answer)
    where TQuestion : notnull
{
    private readonly Lock _gate = new();
    private Dictionary<TQuestion, TaskCompletionSource<TAnswer>> _asked = [];
    private bool _isAnswering;

    /// <summary>Asks.</summary>
    /// <param name="question">What.</param>
    /// <param name="cancellation">Waits no longer; the question is asked all the same.</param>
    public Task<TAnswer> AskAsync(TQuestion question, CancellationToken cancellation)
    {
        TaskCompletionSource<TAnswer>? asked;
        bool mustBegin;
        lock (_gate)
        {
            if (!_asked.TryGetValue(question, out asked))
            {
                _asked[question] = asked = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            mustBegin = !_isAnswering;
            _isAnswering = true;
        }

        if (mustBegin)
        {
            // Its calls are those of all who ask: nothing of whoever asked first belongs to them.
            ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.AnswerAsync(), this, preferLocal: false);
        }

        return asked.Task.WaitAsync(cancellation);
    }

    private async Task AnswerAsync()
    {
        while (Take() is { Count: > 0 } asked)
        {
            await AnswerAsync(asked);
        }
    }

    /// <summary>What was asked so far; if nothing was, the next to ask begins anew.</summary>
    private Dictionary<TQuestion, TaskCompletionSource<TAnswer>> Take()
    {
        lock (_gate)
        {
            var asked = _asked;
            _asked = [];
            _isAnswering = asked.Count > 0;
            return asked;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever asked is told.")]
    private async Task AnswerAsync(Dictionary<TQuestion, TaskCompletionSource<TAnswer>> asked)
    {
        try
        {
            TQuestion[] questions = [.. asked.Keys];
            var answers = await answer(questions);
            for (var i = 0; i < questions.Length; i++)
            {
                asked[questions[i]].SetResult(answers[i]);
            }
        }
        catch (Exception failure)
        {
            foreach (var waiting in asked.Values)
            {
                waiting.TrySetException(failure);
            }
        }
    }
}
