using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>How a method hands over its results.</summary>
internal enum ResultForm
{
    /// <summary>One result for one parent.</summary>
    Single,

    /// <summary>A list with one result per parent or key, in order.</summary>
    Aligned,

    /// <summary>A dictionary by parent or key.</summary>
    ByKey,

    /// <summary>A lookup by parent or key: a list for each.</summary>
    Lookup,

    /// <summary>A stream of events.</summary>
    Stream,
}

/// <summary>What a resolver method returns.</summary>
/// <param name="Form">How.</param>
/// <param name="Value">The shape of one parent's value; of a lookup, of one item of it.</param>
/// <param name="Returned">The type that the method returns, its task included.</param>
internal sealed record MethodResult(ResultForm Form, ClrShape Value, Type Returned)
{
    public static MethodResult Of(ClrShape returned, BatchParameter? batch, bool isStream, Action<string> report)
    {
        var awaited = returned.Awaited;
        if (awaited.Type == typeof(void) || awaited.Type == typeof(Task) || awaited.Type == typeof(ValueTask))
        {
            report("A field needs a result; the method returns none.");
            return new MethodResult(ResultForm.Single, new ClrShape(typeof(string), null), returned.Type);
        }

        if (isStream)
        {
            return OfStream(awaited, returned.Type, report);
        }

        if (batch is null)
        {
            return new MethodResult(ResultForm.Single, awaited, returned.Type);
        }

        if (awaited.Is(typeof(ILookup<,>)))
        {
            return new MethodResult(ResultForm.Lookup, awaited.Argument(1), returned.Type);
        }

        if (awaited.Is(typeof(IReadOnlyDictionary<,>)) || awaited.Is(typeof(Dictionary<,>)))
        {
            return new MethodResult(ResultForm.ByKey, awaited.Argument(1), returned.Type);
        }

        if (awaited.IsList(out var item) && typeof(IReadOnlyList<>).MakeGenericType(item.Type).IsAssignableFrom(awaited.Type))
        {
            return new MethodResult(ResultForm.Aligned, item, returned.Type);
        }

        report("A batch method returns IReadOnlyList<T> with one result per parent, IReadOnlyDictionary<TKey, T> or ILookup<TKey, T>.");
        return new MethodResult(ResultForm.Single, awaited, returned.Type);
    }

    /// <summary>The field's type; <paramref name="typeOf"/> gives that of <see cref="Value"/>.</summary>
    public GraphQLType TypeOf(Func<ClrShape, GraphQLType> typeOf) =>
        Form == ResultForm.Lookup ? new NonNullType(new ListType(typeOf(Value))) : typeOf(Value);

    private static MethodResult OfStream(ClrShape awaited, Type returned, Action<string> report)
    {
        if (!awaited.Is(typeof(IAsyncEnumerable<>)))
        {
            report("A subscription field returns IAsyncEnumerable<T>, at once or as a task.");
            return new MethodResult(ResultForm.Single, awaited, returned);
        }

        var item = awaited.Argument(0);
        return new MethodResult(ResultForm.Stream, item.Is(typeof(SourceEvent<>)) ? item.Argument(0) : item, returned);
    }
}
