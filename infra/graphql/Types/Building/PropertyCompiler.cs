using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>Compiles a property to the cheapest resolver: leaves are written straight from the parent, everything else is read.</summary>
internal sealed class PropertyCompiler(PropertyInfo property, ClrShape shape, string? idTypeName)
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");

    private MemberExpression Read => Expression.Property(Expression.Convert(Parent, property.DeclaringType!), property);

    public FieldResolver Compile(GraphQLType type)
    {
        if (shape.Awaited != shape)
        {
            return Awaiting();
        }

        var get = new Deferred<Func<object, object?>>(Getter);
        return type.Nullable is not ListType && LeafWriting.CanWrite(type.Named, shape.Type, idTypeName)
            ? new LeafResolver(new Deferred<LeafWriter>(() => Writer(type)), get)
            : new PropertyResolver(get);
    }

    private Expression<Func<object, object?>> Getter()
    {
        var boxed = Expression.Convert(Read, typeof(object));
        var value = ResultConversion.For(shape, idTypeName) is { } convert ? Expression.Invoke(Expression.Constant(convert), boxed) : (Expression)boxed;
        return Expression.Lambda<Func<object, object?>>(value, Parent);
    }

    private Expression<LeafWriter> Writer(GraphQLType type) =>
        Expression.Lambda<LeafWriter>(LeafWriting.Of(type, Read, idTypeName), Parent, LeafWriting.Writer);

    /// <summary>A property that holds a task is awaited as the result of a method would be.</summary>
    private BatchResolver Awaiting() =>
        MethodCompiler.PerParent(property.PropertyType, new MethodCall(property.GetMethod!, null), ResultConversion.For(shape.Awaited, idTypeName));
}
