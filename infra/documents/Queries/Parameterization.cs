using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace R2P.Documents;

/// <summary>
/// Puts a named parameter in the place of each value of a query and a captured query where it is captured, and writes what the compiler made of
/// arrays the way EF Core translates.
/// </summary>
internal sealed class Parameterization(QueryShape shape) : ExpressionVisitor
{
    private readonly Dictionary<Expression, int> _places =
        shape.Sites.Index().DistinctBy(site => site.Item, ReferenceEqualityComparer.Instance).ToDictionary(
            site => site.Item, site => site.Index, (IEqualityComparer<Expression>)ReferenceEqualityComparer.Instance);

    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"value{index}");

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) =>
        node is not null && _places.TryGetValue(node, out var index)
            ? new QueryParameterExpression(NameOf(index), node.Type)
            : base.Visit(node is not null && CapturedMembers.TryRead(node, out var value) && value is IQueryable part ? part.Expression : node);

    /// <summary>What stands for PostgreSQL's own functions has no value in a query, but a type.</summary>
    protected override Expression VisitMember(MemberExpression node) =>
        node.Type == typeof(DbFunctions) ? Expression.Constant(EF.Functions) : base.VisitMember(node);

    /// <summary><c>array.Contains(x)</c> is a method of spans for the compiler, and one of lists for SQL.</summary>
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node.Method.DeclaringType == typeof(MemoryExtensions)
        && node.Method.Name == nameof(MemoryExtensions.Contains)
        && node.Arguments is [MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] }, var item, ..]
            ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [item.Type], Visit(array), Visit(item))
            : base.VisitMethodCall(node);
}
