using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace R2P.Documents;

/// <summary>Reads the values that a query holds by reference. The getters are compiled once for each member.</summary>
internal static class CapturedMembers
{
    private static readonly ConcurrentDictionary<MemberInfo, Func<object, object?>> Getters = [];

    /// <summary>Whether the node is a captured variable, a static field, or the list of arguments of raw SQL.</summary>
    public static bool TryRead(Expression node, out object? value)
    {
        switch (node)
        {
            case ConstantExpression { Value: object?[] arguments }:
                value = arguments;
                return true;
            case MemberExpression { Expression: ConstantExpression { Value: { } holder } } member:
                value = Getters.GetOrAdd(member.Member, Compile)(holder);
                return true;
            case MemberExpression { Expression: null, Member: FieldInfo field }:
                value = Getters.GetOrAdd(field, Compile)(field);
                return true;
            default:
                value = null;
                return false;
        }
    }

    private static Func<object, object?> Compile(MemberInfo member)
    {
        var holder = Expression.Parameter(typeof(object), "holder");
        var isStatic = member is FieldInfo { IsStatic: true };
        var read = Expression.MakeMemberAccess(isStatic ? null : Expression.Convert(holder, member.DeclaringType!), member);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), holder).Compile();
    }
}
