using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Sdl;

/// <summary>
/// How a field without a resolver of its own is answered: by the entry of its name in the parent, an
/// <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string and object; null if there is none.
/// </summary>
internal static class SdlResolvers
{
    public static FieldResolver ForField(string fieldName, bool hasArguments) => hasArguments
        ? new BatchResolver(context => ReadAll(context, fieldName))
        : new PropertyResolver(parent => Read(parent, fieldName));

    /// <summary>The entry is the source stream (§6.2.3.1).</summary>
    public static FieldResolver ForSubscription(string fieldName) => new StreamResolver(context =>
        Read(context.Parents[0], fieldName) as IAsyncEnumerable<object?>
        ?? throw new GraphQLException($"Subscription field \"{fieldName}\" has no source stream.", ErrorCodes.Internal));

    private static ValueTask ReadAll(FieldContext context, string fieldName)
    {
        for (var i = 0; i < context.Parents.Count; i++)
        {
            context.Results[i] = Read(context.Parents[i], fieldName);
        }

        return ValueTask.CompletedTask;
    }

    private static object? Read(object parent, string fieldName) =>
        parent is IReadOnlyDictionary<string, object?> entries ? entries.GetValueOrDefault(fieldName) : null;
}
