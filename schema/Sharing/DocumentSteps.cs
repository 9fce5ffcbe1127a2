using R2P.GraphQL.Execution;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>What the input of every step names: the document, the version that the caller saw, why, and what makes a retry safe.</summary>
public sealed record DocumentStep(Guid Id, int Version, string? Reason, string? ClientMutationId);

/// <summary>Runs the steps of documents' lives.</summary>
internal static class DocumentSteps
{
    /// <summary>Loads a document in the version that the caller saw, takes the step if its life and the viewer's roles allow it, then does the rest.</summary>
    /// <param name="acts">Runs the act.</param>
    /// <param name="field">The mutation's field.</param>
    /// <param name="life">The life of the kind.</param>
    /// <param name="wanted">The step.</param>
    /// <param name="step">Of which document.</param>
    /// <param name="rest">What belongs to the step beside the new state; tells of it at the end.</param>
    public static Task<ActResult> StepAsync<T>(
        this ActRunner acts, FieldContext field, Life life, DocumentAct wanted, DocumentStep step, Func<Act, T, Task> rest)
        where T : SharedDocument =>
        acts.RunAsync(field, step.ClientMutationId, async act =>
        {
            var document = await act.LoadAsync<T>(step.Id, step.Version);
            life.Take(act, document, wanted);
            act.Because(step.Reason);
            await rest(act, document);
            return document.Id;
        });
}
