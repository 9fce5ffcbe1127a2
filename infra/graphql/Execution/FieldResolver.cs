using System.Text.Json;

namespace R2P.GraphQL.Execution;

/// <summary>
/// How a field gets its values. Execution is breadth-first: a field is resolved once for all parents at its response path (§6.4.2,
/// done by column). The three kinds differ in what they cost: a <see cref="LeafResolver"/> costs nothing but the writing.
/// </summary>
public abstract class FieldResolver;

/// <summary>Writes the field's JSON value (or null) from its parent; pure, synchronous, without arguments.</summary>
public delegate void LeafWriter(object parent, Utf8JsonWriter writer);

/// <summary>
/// A leaf that is read from the parent while the response is written: no column, no boxing. <paramref name="get"/> reads the same value boxed,
/// for the rare pass that looks for errors before writing.
/// </summary>
public sealed class LeafResolver(LeafWriter write, Func<object, object?> get) : FieldResolver
{
    public LeafWriter Write { get; } = write;

    public Func<object, object?> Get { get; } = get;
}

/// <summary>A property of the parent: pure, synchronous, without arguments; an object, a list, or a leaf that has no typed writer.</summary>
public sealed class PropertyResolver(Func<object, object?> get) : FieldResolver
{
    public Func<object, object?> Get { get; } = get;
}

/// <summary>Resolves the field for the whole batch of parents: fills <see cref="FieldContext.Results"/>, one entry per parent.</summary>
public sealed class BatchResolver(Func<FieldContext, ValueTask> resolve) : FieldResolver
{
    public Func<FieldContext, ValueTask> Resolve { get; } = resolve;
}

/// <summary>
/// §6.2.3.1 The source stream of a subscription's root field: each item becomes the field's value for one response. What has to be known before the
/// subscription counts as begun, such as the place in a log from which it runs, is awaited.
/// </summary>
public sealed class StreamResolver(Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>> subscribe) : FieldResolver
{
    /// <summary>A stream that is there at once.</summary>
    public StreamResolver(Func<FieldContext, IAsyncEnumerable<object?>> subscribe)
        : this(context => ValueTask.FromResult(subscribe(context)))
    {
    }

    public Func<FieldContext, ValueTask<IAsyncEnumerable<object?>>> Subscribe { get; } = subscribe;
}
