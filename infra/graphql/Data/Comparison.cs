using System.Linq.Expressions;
using System.Reflection;

namespace R2P.GraphQL.Data;

/// <summary>Which of two values comes first, written so that a query provider makes it a plain comparison of columns.</summary>
internal static class Comparison
{
    private static readonly MethodInfo CompareText = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    public static Expression Of(ExpressionType comparison, Expression left, Expression right)
    {
        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        if (type == typeof(string))
        {
            return Expression.MakeBinary(comparison, Expression.Call(CompareText, left, right), Expression.Constant(0));
        }

        if (type == typeof(bool))
        {
            return OfFlags(comparison, left, right);
        }

        return Expression.MakeBinary(comparison, left, right);
    }

    /// <summary>False before true. C# has no operator for it.</summary>
    private static BinaryExpression OfFlags(ExpressionType comparison, Expression left, Expression right)
    {
        var isTrue = Expression.Constant(true, left.Type);
        var isFalse = Expression.Constant(false, left.Type);
        var (leftWanted, rightWanted) = comparison is ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual
            ? (isTrue, isFalse)
            : (isFalse, isTrue);
        var strictly = Expression.AndAlso(Expression.Equal(left, leftWanted), Expression.Equal(right, rightWanted));
        return comparison is ExpressionType.GreaterThan or ExpressionType.LessThan
            ? strictly
            : Expression.OrElse(strictly, Expression.Equal(left, right));
    }
}
