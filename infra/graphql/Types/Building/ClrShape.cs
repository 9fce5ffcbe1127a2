using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>A C# type together with what nullable reference types say about it and about its type arguments.</summary>
/// <param name="Nullability">Null where nothing is known: then references count as not null.</param>
internal sealed record ClrShape(Type Type, NullabilityInfo? Nullability)
{
    /// <summary>Whether a value may be null.</summary>
    public bool IsNullable => System.Nullable.GetUnderlyingType(Type) is not null
        || (!Type.IsValueType && Nullability is { ReadState: not NullabilityState.NotNull });

    /// <summary>The type without <see cref="System.Nullable{T}"/>.</summary>
    public Type Underlying => System.Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>A type argument with its own nullability.</summary>
    public ClrShape Argument(int index) => new(
        Type.GetGenericArguments()[index],
        Nullability is { GenericTypeArguments: { } arguments } && index < arguments.Length ? arguments[index] : null);

    /// <summary>Whether the type is the given generic definition.</summary>
    public bool Is(Type definition) => Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;

    /// <summary>The item of a list: an array, or anything that is an <see cref="IEnumerable{T}"/> but a string or a dictionary.</summary>
    public bool IsList([NotNullWhen(true)] out ClrShape? item)
    {
        item = null;
        if (Type.IsArray)
        {
            item = new ClrShape(Type.GetElementType()!, Nullability?.ElementType);
        }
        else if (Type != typeof(string) && EnumerableItem(Type) is { } itemType && !IsDictionary(itemType))
        {
            item = Type.IsGenericType && Type.GetGenericArguments() is [var only] && only == itemType ? Argument(0) : new ClrShape(itemType, null);
        }

        return item is not null;
    }

    /// <summary>The item of a list that comes piece by piece, as a resolver answers it.</summary>
    public bool IsAsyncList([NotNullWhen(true)] out ClrShape? item) => (item = Is(typeof(IAsyncEnumerable<>)) ? Argument(0) : null) is not null;

    /// <summary>The type inside a <see cref="Task{T}"/> or <see cref="ValueTask{T}"/>, or the type itself.</summary>
    public ClrShape Awaited => Is(typeof(Task<>)) || Is(typeof(ValueTask<>)) ? Argument(0) : this;

    /// <summary>The collection classes and interfaces that input lists can be bound to, besides arrays.</summary>
    public static ImmutableArray<Type> ListInterfaces { get; } =
        [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>), typeof(ICollection<>)];

    private static Type? EnumerableItem(Type type) =>
        type.GetInterfaces().Prepend(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    private static bool IsDictionary(Type item) => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
