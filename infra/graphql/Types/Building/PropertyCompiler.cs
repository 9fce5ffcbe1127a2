using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>Compiles a property to the cheapest resolver: leaves are written straight from the parent, everything else is read.</summary>
internal sealed class PropertyCompiler(PropertyInfo property, ClrShape shape, string? idTypeName)
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");

    public FieldResolver Compile(GraphQLType type)
    {
        var read = Expression.Property(Expression.Convert(Parent, property.DeclaringType!), property);
        if (shape.Awaited != shape)
        {
            return Awaiting();
        }

        var convert = ResultConversion.For(shape, idTypeName);
        var boxed = Expression.Convert(read, typeof(object));
        Expression value = convert is null ? boxed : Expression.Invoke(Expression.Constant(convert), boxed);
        var get = new Deferred<Func<object, object?>>(Expression.Lambda<Func<object, object?>>(value, Parent));
        return type.Nullable is ListType ? new PropertyResolver(get) : Leaf(type, read, get);
    }

    private FieldResolver Leaf(GraphQLType type, Expression read, Deferred<Func<object, object?>> get) =>
        LeafWriting.Of(type, read, idTypeName) is { } write
            ? new LeafResolver(new Deferred<LeafWriter>(Expression.Lambda<LeafWriter>(write, Parent, LeafWriting.Writer)), get)
            : new PropertyResolver(get);

    /// <summary>A property that holds a task is awaited as the result of a method would be.</summary>
    private BatchResolver Awaiting() =>
        MethodCompiler.PerParent(property.PropertyType, new MethodCall(property.GetMethod!, null), ResultConversion.For(shape.Awaited, idTypeName));
}
