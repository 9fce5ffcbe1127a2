using System.Linq.Expressions;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Sharing;

/// <summary>The columns that documents of every kind have, where a list holds several kinds and clients filter it.</summary>
[GraphQLName("Document")]
public interface IDocumentColumns
{
    Guid Id { get; }

    /// <inheritdoc cref="ISharedDocument.Title"/>
    [Filterable]
    string Title { get; }

    /// <inheritdoc cref="ISharedDocument.Summary"/>
    [Filterable]
    string? Summary { get; }

    /// <inheritdoc cref="ISharedDocument.Language"/>
    [Filterable]
    string Language { get; }

    /// <inheritdoc cref="ISharedDocument.Status"/>
    [Filterable]
    DocumentStatus Status { get; }

    /// <inheritdoc cref="ISharedDocument.Tags"/>
    [Filterable]
    string[] Tags { get; }

    /// <inheritdoc cref="ISharedDocument.CreatedAt"/>
    [Filterable]
    DateTimeOffset CreatedAt { get; }

    /// <inheritdoc cref="ISharedDocument.UpdatedAt"/>
    [Filterable]
    DateTimeOffset UpdatedAt { get; }

    /// <inheritdoc cref="ISharedDocument.PublishedAt"/>
    [Filterable]
    DateTimeOffset? PublishedAt { get; }
}

/// <summary>Says of one kind what was said of all.</summary>
internal static class DocumentColumns
{
    /// <summary>The same condition on the columns of a kind's own table.</summary>
    public static Expression<Func<T, bool>> On<T>(this Expression<Func<IDocumentColumns, bool>> condition)
        where T : SharedDocument
    {
        var row = Expression.Parameter(typeof(T), condition.Parameters[0].Name);
        return Expression.Lambda<Func<T, bool>>(new OnRow(condition.Parameters[0], row).Visit(condition.Body), row);
    }

    private sealed class OnRow(ParameterExpression any, ParameterExpression row) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == any ? Expression.Property(row, node.Member.Name) : base.VisitMember(node);
    }
}
