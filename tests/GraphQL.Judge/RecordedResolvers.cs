using R2P.GraphQL.Errors;
using R2P.GraphQL.Execution;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Judge;

/// <summary>
/// Resolvers that answer the recorded entry of the field's name. They come in every kind that the engine knows, by the length of the name, so
/// that the reference can do the same: read in place, as a batch, as a batch that waits.
/// </summary>
internal sealed class RecordedResolvers(DocumentNode sdl)
{
    private readonly HashSet<string> _withArguments = [.. sdl.Definitions.OfType<FieldsTypeDefinitionNode>().SelectMany(
        type => type.Fields.Where(field => field.Arguments.Count > 0).Select(field => $"{type.Name}.{field.Name}"))];

    private readonly string _subscription = sdl.Definitions.OfType<SchemaDefinitionNode>()
        .SelectMany(schema => schema.OperationTypes)
        .FirstOrDefault(root => root.Operation == OperationKind.Subscription)?.Type.Name.Value ?? "Subscription";

    /// <summary>The resolver of a field; none for a subscription, whose entry is the source stream.</summary>
    public FieldResolver? Find(string typeName, string fieldName)
    {
        if (typeName == _subscription)
        {
            return null;
        }

        var waits = fieldName.Length % 3 == 0;
        return waits || _withArguments.Contains($"{typeName}.{fieldName}")
            ? new BatchResolver(context => ReadAllAsync(context, fieldName, waits))
            : new PropertyResolver(parent => Read(parent, fieldName, InputValues.None));
    }

    private static async ValueTask ReadAllAsync(FieldContext context, string fieldName, bool waits)
    {
        if (waits)
        {
            await Task.Yield();
        }

        for (var i = 0; i < context.Parents.Count; i++)
        {
            try
            {
                context.Results[i] = Read(context.Parents[i], fieldName, context.Arguments);
            }
            catch (GraphQLException failure)
            {
                context.Fail(i, failure);
            }
        }
    }

    private static object? Read(object parent, string fieldName, InputValues arguments) =>
        ((parent as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(fieldName)) switch
        {
            RecordedFailure failure => throw new GraphQLException(failure.Message, "RECORDED"),
            RecordedEcho => Echo.Of(arguments),
            var value => value,
        };
}
