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
/// A leaf that is read from the parent while the response is written: no column, no boxing. <see cref="Get"/> reads the same value boxed,
/// for the rare pass that looks for errors before writing.
/// </summary>
public sealed class LeafResolver : FieldResolver
{
    private readonly Deferred<LeafWriter> _write;
    private readonly Deferred<Func<object, object?>> _get;

    public LeafResolver(LeafWriter write, Func<object, object?> get)
        : this(new Deferred<LeafWriter>(write), new Deferred<Func<object, object?>>(get))
    {
    }

    internal LeafResolver(Deferred<LeafWriter> write, Deferred<Func<object, object?>> get) => (_write, _get) = (write, get);

    public LeafWriter Write => _write.Code;

    public Func<object, object?> Get => _get.Code;
}

/// <summary>A property of the parent: pure, synchronous, without arguments; an object, a list, or a leaf that has no typed writer.</summary>
public sealed class PropertyResolver : FieldResolver
{
    private readonly Deferred<Func<object, object?>> _get;

    public PropertyResolver(Func<object, object?> get)
        : this(new Deferred<Func<object, object?>>(get))
    {
    }

    internal PropertyResolver(Deferred<Func<object, object?>> get) => _get = get;

    public Func<object, object?> Get => _get.Code;
}

/// <summary>Resolves the field for the whole batch of parents: fills <see cref="FieldContext.Results"/>, one entry per parent.</summary>
public sealed class BatchResolver(Func<FieldContext, ValueTask> resolve) : FieldResolver
{
    public Func<FieldContext, ValueTask> Resolve { get; } = resolve;

    /// <summary>How it is asked before its parents are there; null if it may not be.</summary>
    internal AheadResolver? Ahead { get; init; }
}

/// <summary>A resolver that needs no more of its parents than a key, in two steps: the first one can be done while the parents are being looked up.</summary>
/// <param name="KeyProperty">The name of the parents' C# property that is the key.</param>
/// <param name="AskAsync">Asks for the parents of these keys. The context has no parents.</param>
/// <param name="GiveAsync">Fills the context's results from what was answered for the keys; asks anew where a parent has none of them.</param>
internal sealed record AheadResolver(
    string KeyProperty,
    Func<FieldContext, IReadOnlyList<Guid>, Task<object?>> AskAsync,
    Func<FieldContext, IReadOnlyList<Guid>, Task<object?>, Task> GiveAsync);

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
