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
        if (shape.Awaited != shape)
        {
            return Awaiting();
        }

        // What waits for its first use holds these alone, not what the schema was read from.
        var (source, id, convert) = (property, idTypeName, ResultConversion.For(shape, idTypeName));
        var get = new Deferred<Func<object, object?>>(() => Getter(source, convert));
        return type.Nullable is not ListType && LeafWriting.CanWrite(type.Named, shape.Type, id)
            ? new LeafResolver(new Deferred<LeafWriter>(() => Writer(source, type, id)), get)
            : new PropertyResolver(get);
    }

    private static Expression<Func<object, object?>> Getter(PropertyInfo property, Func<object?, object?>? convert)
    {
        var boxed = Expression.Convert(Read(property), typeof(object));
        return Expression.Lambda<Func<object, object?>>(convert is null ? boxed : Expression.Invoke(Expression.Constant(convert), boxed), Parent);
    }

    private static Expression<LeafWriter> Writer(PropertyInfo property, GraphQLType type, string? idTypeName) =>
        Expression.Lambda<LeafWriter>(LeafWriting.Of(type, Read(property), idTypeName), Parent, LeafWriting.Writer);

    private static MemberExpression Read(PropertyInfo property) => Expression.Property(Expression.Convert(Parent, property.DeclaringType!), property);

    /// <summary>A property that holds a task is awaited as the result of a method would be.</summary>
    private BatchResolver Awaiting() =>
        MethodCompiler.PerParent(property.PropertyType, new MethodCall(property.GetMethod!, null), ResultConversion.For(shape.Awaited, idTypeName));
}
