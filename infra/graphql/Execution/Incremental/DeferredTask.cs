using R2P.GraphQL.Errors;
using R2P.GraphQL.Response;

namespace R2P.GraphQL.Execution;

/// <summary>Fields of one object that are executed together, because the same <c>@defer</c>s ask for them.</summary>
internal sealed class DeferredTask(ObjectBatch batch, int row, DeferredFields fields, DeliveryGroup[] groups)
{
    private IReadOnlyList<object>? _path;

    public ObjectBatch Batch { get; } = batch;

    public int Row { get; } = row;

    public DeferredFields Fields { get; } = fields;

    /// <summary>Those it is part of. It is delivered with the first that is complete.</summary>
    public DeliveryGroup[] Groups { get; } = groups;

    public IReadOnlyList<object> Path => _path ??= ResponsePath.Of(Batch, Row);

    public bool IsStarted { get; set; }

    public bool IsDelivered { get; set; }

    /// <summary>What it came to; null until then.</summary>
    public PartOutcome? Outcome { get; set; }

    public bool Matters => Array.Exists(Groups, group => group.IsAlive);
}

/// <summary>What a run came to for one of its roots: an object whose fields come later, or a streamed item.</summary>
/// <param name="Values">Where its value was written.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Errors">Those below the value.</param>
/// <param name="Failure">The error that reached the root, so that there is no value.</param>
/// <param name="Found">What was found below it that comes still later.</param>
internal sealed record PartOutcome(
    WrittenParts? Values, int Index, IReadOnlyList<GraphQLError> Errors, GraphQLError? Failure, FoundWork Found);
