namespace R2P.GraphQL.Types.Building;

/// <summary>What is done to the value of a resolver before it is completed.</summary>
internal static class ResultConversion
{
    /// <summary>The conversion; null if there is nothing to do.</summary>
    /// <param name="idTypeName">The name of the type whose global id a Guid is; null if the value is none.</param>
    public static Func<object?, object?>? For(ClrShape shape, string? idTypeName)
    {
        if (!shape.IsAsyncList(out var item))
        {
            return IdConversion.For(shape, idTypeName);
        }

        var convert = IdConversion.For(item, idTypeName);
        return convert is null && !item.Type.IsValueType
            ? null
            : (Func<object?, object?>)typeof(ResultConversion).GetMethod(nameof(OfItems))!.MakeGenericMethod(item.Type).Invoke(null, [convert])!;
    }

    /// <summary>A list that comes piece by piece is one of objects for the executor.</summary>
    public static Func<object?, object?> OfItems<T>(Func<object?, object?>? convert) =>
        list => list is IAsyncEnumerable<T> items ? ResolverRuntime.Boxed(items, convert, CancellationToken.None) : null;
}
