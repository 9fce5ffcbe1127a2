using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace R2P.Documents;

/// <summary>
/// What a LINQ query is apart from its values: two queries of one shape have one SQL text. A value is whatever the query holds by reference: a
/// captured variable, or the argument of raw SQL; a captured query is a part of this one. Whether a value is null, or a list holds a null, belongs to
/// the shape, as it changes the SQL.
/// </summary>
internal sealed class QueryShape : ExpressionVisitor, IEquatable<QueryShape>
{
    private readonly List<object?> _tokens = new(96);
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _sites = [];
    private readonly List<object?> _values = [];
    private HashCode _hash;
    private int _finished;

    private QueryShape()
    {
    }

    /// <summary>The places of the values in the query, and the values in the same order.</summary>
    public IReadOnlyList<Expression> Sites => _sites;

    public IReadOnlyList<object?> Values => _values;

    /// <summary>Reads a query.</summary>
    public static QueryShape Of(Expression query)
    {
        var shape = new QueryShape();
        shape.Visit(query);
        shape._finished = shape._hash.ToHashCode();
        return shape;
    }

    public bool Equals(QueryShape? other) =>
        other is not null && _finished == other._finished && _tokens.Count == other._tokens.Count && SameTokens(other);

    /// <summary>Lets go of the values, so that a shape that is kept as a key keeps nobody's values.</summary>
    public void Forget()
    {
        _sites.Clear();
        _values.Clear();
        _variables.Clear();
    }

    public override bool Equals(object? obj) => Equals(obj as QueryShape);

    public override int GetHashCode() => _finished;

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            Add(null);
            return null;
        }

        if (CapturedMembers.TryRead(node, out var value))
        {
            if (value is IQueryable part)
            {
                Visit(part.Expression);
            }
            else
            {
                AddValue(node, value);
            }

            return node;
        }

        Add(NodeTypes.Of(node.NodeType));
        Add(node.Type);
        return base.Visit(node);
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        Add(node.Value is IQueryable ? node.Value.GetType() : node.Value);
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        Add(NodeTypes.Of((ExpressionType)_variables.IndexOf(node)));
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _variables.AddRange(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Add(node.Member);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Add(node.Method);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        Add(node.Method);
        return base.VisitBinary(node);
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        Add(node.TypeOperand);
        return base.VisitTypeBinary(node);
    }

    protected override Expression VisitIndex(IndexExpression node)
    {
        Add(node.Indexer);
        return base.VisitIndex(node);
    }

    protected override Expression VisitNew(NewExpression node)
    {
        Add(node.Constructor);
        return base.VisitNew(node);
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        Add(node.Member);
        return base.VisitMemberBinding(node);
    }

    [SuppressMessage("Usage", "EF1001", Justification = "Raw SQL as a part of a query has no other face.")]
    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case SqlQueryRootExpression sql:
                Add(sql.Sql);
                Visit(sql.Argument);
                return node;
            case FromSqlQueryRootExpression sql:
                Add(sql.EntityType);
                Add(sql.Sql);
                Visit(sql.Argument);
                return node;
            case EntityQueryRootExpression root:
                Add(root.EntityType);
                return node;
            default:
                throw new NotSupportedException($"A query can't hold a {node.GetType().Name}.");
        }
    }

    private void AddValue(Expression site, object? value)
    {
        if (value is DbContext)
        {
            throw new NotSupportedException("A query within a query has to stand in a variable of its own, before it is used.");
        }

        Add(site.Type);
        Add(ValueKinds.Of(value));
        _sites.Add(site);
        _values.Add(value);
    }

    private void Add(object? token)
    {
        _tokens.Add(token);
        _hash.Add(token);
    }

    private bool SameTokens(QueryShape other)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!Equals(_tokens[i], other._tokens[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Boxed once, not once for each node.</summary>
    private static class NodeTypes
    {
        private static readonly object[] Boxed = [.. Enumerable.Range(-1, 256).Select(number => (object)number)];

        public static object Of(ExpressionType type) => Boxed[(int)type + 1];
    }

    private static class ValueKinds
    {
        private static readonly object Null = "null";
        private static readonly object Given = "given";
        private static readonly object ListWithNull = "list with null";

        public static object Of(object? value) => value switch
        {
            null => Null,
            string or byte[] or Guid[] or int[] => Given,
            System.Collections.IList list when Holds(list) => ListWithNull,
            _ => Given,
        };

        private static bool Holds(System.Collections.IList list)
        {
            foreach (var item in list)
            {
                if (item is null)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
