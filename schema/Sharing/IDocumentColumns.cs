using System.Linq.Expressions;
using R2P.GraphQL;
using R2P.GraphQL.Data;

namespace R2P.Schema.Sharing;

/// <summary>The columns that documents of every kind have, where a list holds several kinds and clients filter it.</summary>
[GraphQLName("Document")]
public interface IDocumentColumns
{
    Guid Id { get; }

    /// <summary>The title, in the document's language.</summary>
    [Filterable]
    string Title { get; }

    /// <summary>A few sentences for lists.</summary>
    [Filterable]
    string? Summary { get; }

    /// <summary>The language of the original text (BCP 47), such as <c>en</c>.</summary>
    [Filterable]
    string Language { get; }

    /// <summary>Where the document stands in its life.</summary>
    [Filterable]
    DocumentStatus Status { get; }

    /// <summary>Catalogue codes that say what the document is about.</summary>
    [Filterable]
    string[] Tags { get; }

    /// <summary>When the document was created.</summary>
    [Filterable]
    DateTimeOffset CreatedAt { get; }

    /// <summary>When the document was last changed.</summary>
    [Filterable]
    DateTimeOffset UpdatedAt { get; }

    /// <summary>When the document was published; null until then.</summary>
    [Filterable]
    DateTimeOffset? PublishedAt { get; }
}

/// <summary>Says of one kind what was said of all.</summary>
internal static class DocumentColumns
{
    /// <summary>The same condition on the columns of a kind's own table.</summary>
    public static Expression<Func<T, bool>> On<T>(this Expression<Func<IDocumentColumns, bool>> condition)
        where T : class, IDocumentColumns
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
