using R2P.Documents;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Catalogue;

namespace R2P.Schema.Acts;

/// <summary>
/// Runs the acts of mutations: each is one transaction of one viewer, done once for one <c>clientMutationId</c>, and answered with typed
/// errors when the domain refuses it. Afterwards the operation's read session looks at a fresh snapshot.
/// </summary>
public sealed class ActRunner(DocumentStore store, ReadSession reads, Viewer viewer, RetiredCodes retired, TimeProvider time)
{
    /// <summary>The longest <c>clientMutationId</c> that is kept.</summary>
    public const int MaxClientMutationIdLength = 200;

    /// <summary>Runs one act.</summary>
    /// <param name="field">The mutation's field: its name names the act, its arguments are what a retry must repeat.</param>
    /// <param name="clientMutationId">From the input; null if the client does not retry.</param>
    /// <param name="work">Changes documents and appends events; answers the id of what it made or changed.</param>
    public Task<ActResult> RunAsync(FieldContext field, string? clientMutationId, Func<Act, Task<Guid>> work) => AnswerAsync(
        field.Field.Name,
        clientMutationId,
        () => clientMutationId is null
            ? store.WriteAsync(viewer.Access, field.Field.Name, session => work(Begin(session, field.Field.Name, field.Cancellation)), field.Cancellation)
            : RunOnceAsync(field, clientMutationId, work));

    /// <summary>Runs an act that is no mutation: one whose input comes over HTTP as it is. A retry does it again.</summary>
    /// <param name="act">Names the act.</param>
    /// <param name="work">Changes documents and appends events; answers the id of what it made or changed.</param>
    /// <param name="cancellation">Gives up; nothing is left of the act then.</param>
    public Task<ActResult> RunAsync(string act, Func<Act, Task<Guid>> work, CancellationToken cancellation) => AnswerAsync(
        act, clientMutationId: null, () => store.WriteAsync(viewer.Access, act, session => work(Begin(session, act, cancellation)), cancellation));

    private async Task<ActResult> AnswerAsync(string act, string? clientMutationId, Func<Task<Guid>> run)
    {
        // An act never waits for a connection while the operation holds one: a full pool would stand still.
        await reads.RenewAsync();
        try
        {
            CheckCaller(act, clientMutationId);
            return new ActResult(await run(), clientMutationId, []);
        }
        catch (ActRefusedException refusal)
        {
            return new ActResult(null, clientMutationId, refusal.Errors);
        }
        catch (StaleVersionException stale)
        {
            var refusal = stale.CurrentVersion is { } current ? Refuse.Stale(current) : Refuse.NotFound("document", "input", "id");
            return new ActResult(null, clientMutationId, refusal.Errors);
        }
        catch (ConcurrentWriteException)
        {
            return new ActResult(null, clientMutationId, Refuse.Concurrent().Errors);
        }
        catch (WriteRefusedException)
        {
            return new ActResult(null, clientMutationId, Refuse.NotAllowed("change this document").Errors);
        }
        catch (OnceMismatchException)
        {
            return new ActResult(null, clientMutationId, Refuse.RetryMismatch().Errors);
        }
        finally
        {
            await reads.RenewAsync();
        }
    }

    private void CheckCaller(string act, string? clientMutationId)
    {
        if (viewer.PersonId is null || viewer.Appointments.Count == 0)
        {
            throw Refuse.NotAllowed($"use {act}");
        }

        if (clientMutationId?.Length is 0 or > MaxClientMutationIdLength)
        {
            throw Refuse.Invalid($"Must have 1 to {MaxClientMutationIdLength} characters.", "input", "clientMutationId");
        }
    }

    private async Task<Guid> RunOnceAsync(FieldContext field, string clientMutationId, Func<Act, Task<Guid>> work)
    {
        var key = new OnceKey(clientMutationId, field.Field.Name, InputHash.Of(field.Arguments));
        var once = await store.WriteOnceAsync(viewer.Access, key, session => work(Begin(session, key.Act, field.Cancellation)), field.Cancellation);
        return once.Outcome;
    }

    private Act Begin(WriteSession session, string act, CancellationToken cancellation)
    {
        session.BeforeSave = token => retired.CheckAsync(session.Context, token);
        return new Act(session, act, viewer, time.GetDatabaseNow(), cancellation);
    }
}

/// <summary>What an act came to: the id of what it made or changed, or the reasons why nothing happened.</summary>
public sealed record ActResult(Guid? Id, string? ClientMutationId, IReadOnlyList<IUserError> Errors);
