using System.Security.Claims;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>One call of a resolver: a field, and the batch of parents that it is resolved for.</summary>
internal sealed class ResolverContext(OperationRun run, ObjectBatch batch, FieldPlan plan, InputValues arguments) : FieldContext
{
    public ObjectBatch Batch { get; } = batch;

    public FieldPlan Plan { get; } = plan;

    /// <summary>By parent; null as long as there is none.</summary>
    public Exception?[]? Failures { get; private set; }

    public override IReadOnlyList<object> Parents => Batch.Parents;

    public override object?[] Results { get; } = new object?[batch.Parents.Length];

    public override GraphQLSchema Schema => run.Plan.Context.Schema;

    public override FieldDefinition Field => Plan.Definition;

    public override InputValues Arguments { get; } = arguments;

    public override ISelection Selection => run.SelectionOf(Plan);

    public override IReadOnlyList<InputValues> Directives(string name) => run.DirectivesAt(Plan, name);

    public override IServiceProvider Services => run.Services;

    public override ClaimsPrincipal User => run.User;

    public override SharedOperation Operation => run.Operation;

    public override CancellationToken Cancellation => run.Cancellation;

    internal override void AskAhead(ObjectType type, string keyProperty, IReadOnlyList<Guid> keys) => run.AskAhead(Plan, type, keyProperty, keys);

    public override void Fail(int parentIndex, Exception exception)
    {
        (Failures ?? CreateFailures())[parentIndex] = exception;
    }

    public void FailAll(Exception exception) => Array.Fill(Failures ?? CreateFailures(), exception);

    /// <summary>Several threads may report failures of one field.</summary>
    private Exception?[] CreateFailures()
    {
        lock (Results)
        {
            return Failures ??= new Exception?[Results.Length];
        }
    }
}
