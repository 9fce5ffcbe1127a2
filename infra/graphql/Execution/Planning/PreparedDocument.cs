using System.Collections.Concurrent;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Execution;

/// <summary>A parsed and validated document, with the plans of its operations as they come up.</summary>
internal sealed class PreparedDocument(PlanContext context, DocumentNode document)
{
    private readonly ConcurrentDictionary<OperationDefinitionNode, PreparedOperation> _operations = new(ReferenceEqualityComparer.Instance);

    /// <summary>§6.1 GetOperation.</summary>
    /// <exception cref="GraphQLException">There is no such operation, or it takes a name to tell.</exception>
    public static OperationDefinitionNode GetOperation(DocumentNode document, string? operationName)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>();
        if (operationName is not null)
        {
            return operations.LastOrDefault(operation => operation.Name?.Value == operationName)
                ?? throw new GraphQLException($"Unknown operation named \"{operationName}\".", ErrorCodes.OperationNotFound);
        }

        OperationDefinitionNode? only = null;
        foreach (var operation in operations)
        {
            only = only is null
                ? operation
                : throw new GraphQLException(
                    "Must provide operation name if query contains multiple operations.", ErrorCodes.OperationNotFound);
        }

        return only ?? throw new GraphQLException("Must provide an operation.", ErrorCodes.OperationNotFound);
    }

    public DocumentNode Document { get; } = document;

    public PreparedOperation Prepare(OperationDefinitionNode operation) =>
        _operations.TryGetValue(operation, out var prepared)
            ? prepared
            : _operations.GetOrAdd(operation, new PreparedOperation(context, operation));

    /// <summary>Plans what can be planned before a request brings its variables.</summary>
    /// <exception cref="GraphQLException">An operation is larger or deeper than the limits allow.</exception>
    public void PlanAll()
    {
        foreach (var operation in Document.Definitions.OfType<OperationDefinitionNode>())
        {
            Prepare(operation).PlanAhead();
        }
    }
}
