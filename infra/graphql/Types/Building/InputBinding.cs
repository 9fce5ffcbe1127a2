using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>
/// Compiles the way from coerced input (see <see cref="InputValues"/>) to C# values: scalars and enums are unboxed, lists become arrays or lists,
/// input objects are constructed, global ids are decoded and checked.
/// </summary>
internal sealed class InputBinding(TypeRegistry types)
{
    private static readonly PropertyInfo Item = typeof(InputValues).GetProperty("Item", [typeof(int)])!;
    private static readonly MethodInfo IsPresent = typeof(InputValues).GetMethod(nameof(InputValues.IsPresent), [typeof(int)])!;
    private readonly Dictionary<Type, InputFactory> _factories = [];

    /// <summary>The value of one argument or input field, which stands at <paramref name="index"/>; what C# says when it is absent.</summary>
    public Expression Member(Expression values, int index, InputMember member)
    {
        var type = member.Shape.Type;
        var canonical = Expression.Property(values, Item, Expression.Constant(index));
        var given = member.Shape.Is(typeof(Optional<>)) ? Optional(canonical, member) : Value(canonical, member.Shape, member);
        return Expression.Condition(Expression.Call(values, IsPresent, Expression.Constant(index)), given, Absent(member.Parameter, type));
    }

    /// <summary>Compiles the construction of an input class. The members stand in the order of the input object's fields.</summary>
    public void CompileFactory(Type type, ConstructorInfo? constructor, IReadOnlyList<InputMember> members)
    {
        var values = Expression.Parameter(typeof(InputValues), "values");
        var arguments = members.Index().Where(member => member.Item.Property is null).Select(member => Member(values, member.Index, member.Item));
        var instance = Expression.Variable(type, "instance");
        var construction = constructor is null ? Expression.New(type) : Expression.New(constructor, arguments);
        var settings = members.Index().Where(member => member.Item.Property is not null).Select(member => Expression.IfThen(
            Expression.Call(values, IsPresent, Expression.Constant(member.Index)),
            Expression.Assign(Expression.Property(instance, member.Item.Property!), Member(values, member.Index, member.Item))));
        var body = Expression.Block(
            [instance], [Expression.Assign(instance, construction), .. settings, Expression.Convert(instance, typeof(object))]);
        FactoryOf(type).Source = new Deferred<Func<InputValues, object>>(Expression.Lambda<Func<InputValues, object>>(body, values));
    }

    /// <summary>Constructs the class once its members are known.</summary>
    public Func<InputValues, object> FactoryFor(Type type)
    {
        var factory = FactoryOf(type);
        return values => factory.Create(values);
    }

    private static Expression Absent(ParameterInfo? parameter, Type type)
    {
        if (parameter is not { HasDefaultValue: true, DefaultValue: { } value })
        {
            return Expression.Default(type);
        }

        var underlying = System.Nullable.GetUnderlyingType(type) ?? type;
        var typed = underlying.IsEnum ? Enum.ToObject(underlying, value) : value;
        return Expression.Convert(Expression.Constant(typed), type);
    }

    private UnaryExpression Optional(Expression canonical, InputMember member)
    {
        var inner = member.Shape.Argument(0);
        var value = inner.IsNullable
            ? Value(canonical, inner, member)
            : Value(Expression.Call(typeof(InputRuntime), nameof(InputRuntime.NotNull), [], canonical, Expression.Constant(member.Name)), inner, member);
        return Expression.Convert(value, member.Shape.Type);
    }

    private Expression Value(Expression canonical, ClrShape shape, InputMember member)
    {
        if (shape is { IsNullable: false, Type.IsValueType: true })
        {
            return NotNull(canonical, shape, member);
        }

        return Expression.Condition(
            Expression.ReferenceEqual(canonical, Expression.Constant(null)),
            Expression.Default(shape.Type),
            Expression.Convert(NotNull(canonical, shape, member), shape.Type));
    }

    private Expression NotNull(Expression canonical, ClrShape shape, InputMember member)
    {
        var type = shape.Underlying;
        if (shape.IsList(out var item))
        {
            return List(canonical, shape, item, member);
        }

        if (member.Id is not null && type == typeof(Guid))
        {
            return Id(canonical, member);
        }

        if (type == typeof(NodeId))
        {
            return Expression.Call(typeof(InputRuntime), nameof(InputRuntime.AnyNode), [], canonical, Expression.Constant(member.Name));
        }

        return types.ScalarOf(type) is not null || type.IsEnum || member.Id is not null
            ? Expression.Convert(canonical, type)
            : Expression.Convert(
                Expression.Call(
                    Expression.Constant(FactoryOf(type)), nameof(InputFactory.Create), [], Expression.Convert(canonical, typeof(InputValues))),
                type);
    }

    private MethodCallExpression Id(Expression canonical, InputMember member)
    {
        if (member.Id?.Of is not { } node)
        {
            types.Errors.Add(new SchemaError($"The id \"{member.Name}\" needs to say of which type: [ID<T>], or the type NodeId.", member.Origin));
            node = typeof(object);
        }
        else
        {
            types.NamedOutput(node, member.Origin);
        }

        return Expression.Call(
            typeof(InputRuntime),
            nameof(InputRuntime.NodeOf),
            [],
            canonical,
            Expression.Constant(new ExpectedNode(types, node)),
            Expression.Constant(member.Name));
    }

    private Expression List(Expression canonical, ClrShape shape, ClrShape item, InputMember member)
    {
        var parameter = Expression.Parameter(typeof(object), "item");
        var bind = typeof(Func<,>).MakeGenericType(typeof(object), item.Type);
        var bindItem = Activator.CreateInstance(
            typeof(Deferred<>).MakeGenericType(bind), Expression.Lambda(bind, Value(parameter, item, member), parameter));
        var array = Expression.Call(typeof(InputRuntime), nameof(InputRuntime.Array), [item.Type], canonical, Expression.Constant(bindItem));
        if (shape.Type.IsArray || (shape.Type.IsGenericType && ClrShape.ListInterfaces.Contains(shape.Type.GetGenericTypeDefinition())))
        {
            return array;
        }

        if (shape.Is(typeof(List<>)))
        {
            return Expression.New(shape.Type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item.Type)])!, array);
        }

        types.Errors.Add(new SchemaError($"\"{member.Name}\" can't be a {shape.Type.Name}; use IReadOnlyList<{item.Type.Name}>.", member.Origin));
        return Expression.Default(shape.Type);
    }

    private InputFactory FactoryOf(Type type)
    {
        if (!_factories.TryGetValue(type, out var factory))
        {
            _factories[type] = factory = new InputFactory(type);
        }

        return factory;
    }
}

/// <summary>Constructs one input class; how, is known when the class's own members are.</summary>
internal sealed class InputFactory(Type type)
{
    /// <summary>The construction, once the members are known.</summary>
    public Deferred<Func<InputValues, object>>? Source { get; set; }

    public object Create(InputValues values) =>
        (Source ?? throw new InvalidOperationException($"The input class {type} was not completed.")).Code(values);
}
