using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>Decides where each parameter of a resolver method comes from: the parent, the request, a binder, a service, an argument.</summary>
internal sealed class ParameterBinding(TypeRegistry types, IServiceProviderIsService services, IReadOnlyList<IParameterBinder> binders)
{
    private static readonly Dictionary<Type, string> FromContext = new()
    {
        [typeof(CancellationToken)] = nameof(FieldContext.Cancellation),
        [typeof(ISelection)] = nameof(FieldContext.Selection),
        [typeof(ClaimsPrincipal)] = nameof(FieldContext.User),
        [typeof(IServiceProvider)] = nameof(FieldContext.Services),
        [typeof(GraphQLSchema)] = nameof(FieldContext.Schema),
        [typeof(SharedOperation)] = nameof(FieldContext.Operation),
    };

    public MethodCall Bind(MethodInfo method, FieldConvention convention, BatchParameter? batch, Type? parentType)
    {
        var call = new MethodCall(method, batch);
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.IsDefined(typeof(ParentAttribute)))
            {
                CheckParent(parameter, parameter.ParameterType, parentType);
                call.AddParent(parameter, parentType ?? parameter.ParameterType);
            }
            else if (batch?.Parameter.Position == parameter.Position)
            {
                CheckBatch(batch, parentType);
                call.AddBatch(parameter, parentType ?? typeof(object));
            }
            else
            {
                call.AddShared(parameter, Shared(parameter, convention, call));
            }
        }

        foreach (var argument in convention.Arguments)
        {
            AddArgument(call, argument);
        }

        return call;
    }

    private Expression Shared(ParameterInfo parameter, FieldConvention convention, MethodCall call)
    {
        var type = parameter.ParameterType;
        foreach (var binder in convention.Binders.Concat(binders))
        {
            if (binder.TryBind(parameter, convention, out var value))
            {
                return Expression.Convert(Expression.Invoke(Expression.Constant(value), MethodCall.Context), type);
            }
        }

        if (type == typeof(FieldContext))
        {
            return MethodCall.Context;
        }

        if (FromContext.TryGetValue(type, out var property))
        {
            return Expression.Property(MethodCall.Context, property);
        }

        if (types.ShapeOf(parameter) is var shape && DirectiveTypes.IsDirective(shape.Type))
        {
            return Directive(type, nameof(FieldContext.Directive), parameter, mayBeNone: shape.IsNullable);
        }

        if (shape.Is(typeof(IReadOnlyList<>)) && DirectiveTypes.IsDirective(shape.Argument(0).Type))
        {
            return Directive(shape.Argument(0).Type, nameof(FieldContext.Directives), parameter, mayBeNone: true);
        }

        return IsService(parameter) ? Service(type) : Argument(parameter, call);
    }

    private MethodCallExpression Directive(Type type, string method, ParameterInfo parameter, bool mayBeNone)
    {
        var directive = types.Directives.Of(type);
        if (!directive.Locations.Contains(DirectiveLocation.Field))
        {
            types.Errors.Add(new SchemaError($"The directive @{directive.Name} may not stand at a field, so no resolver gets it.", parameter.Origin()));
        }

        if (!mayBeNone)
        {
            types.Errors.Add(
                new SchemaError($"The directive @{directive.Name} need not stand at the field; the parameter has to be nullable.", parameter.Origin()));
        }

        return Expression.Call(MethodCall.Context, method, [type]);
    }

    private bool IsService(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ServiceAttribute))
        || (!new ClrShape(parameter.ParameterType, null).IsList(out _)
            && !types.IsLeaf(parameter.ParameterType)
            && services.IsService(parameter.ParameterType));

    private static MethodCallExpression Service(Type type) => Expression.Call(
        typeof(ServiceProviderServiceExtensions),
        nameof(ServiceProviderServiceExtensions.GetRequiredService),
        [type],
        Expression.Property(MethodCall.Context, nameof(FieldContext.Services)));

    private Expression Argument(ParameterInfo parameter, MethodCall call)
    {
        var member = InputMember.Of(parameter, types);
        var index = call.Arguments.Count;
        AddArgument(call, member.Define(types, DirectiveLocation.ArgumentDefinition));
        return types.Inputs.Member(Expression.Property(MethodCall.Context, nameof(FieldContext.Arguments)), index, member);
    }

    private void AddArgument(MethodCall call, InputFieldDefinition argument)
    {
        if (!call.Arguments.TryAdd(argument.Name, argument))
        {
            types.Errors.Add(new SchemaError($"The field has more than one argument {argument.Name}.", call.Method.Origin()));
        }
    }

    private void CheckParent(ParameterInfo parameter, Type expected, Type? parentType)
    {
        if (parentType is null || !expected.IsAssignableFrom(parentType))
        {
            types.Errors.Add(new SchemaError(
                $"The parent is a {(parentType is null ? "root, which has no object" : parentType.Name)}, not a {expected.Name}.",
                parameter.Origin()));
        }
    }

    private void CheckBatch(BatchParameter batch, Type? parentType)
    {
        if (batch.Parameter.ParameterType != typeof(IReadOnlyList<>).MakeGenericType(batch.Item))
        {
            types.Errors.Add(new SchemaError($"The parents or keys come as IReadOnlyList<{batch.Item.Name}>.", batch.Parameter.Origin()));
        }

        if (batch.KeyProperty is not { } key)
        {
            CheckParent(batch.Parameter, batch.Item, parentType);
            return;
        }

        var keyType = parentType is null ? null : BatchKeys.PropertyOf(parentType, key)?.PropertyType;
        if (keyType is null || (Nullable.GetUnderlyingType(keyType) ?? keyType) != (Nullable.GetUnderlyingType(batch.Item) ?? batch.Item))
        {
            types.Errors.Add(new SchemaError($"{parentType?.Name ?? "A root"} has no property {key} of type {batch.Item.Name}.", batch.Parameter.Origin()));
        }

        if (batch.IsAskedAhead && batch.Item != typeof(Guid))
        {
            types.Errors.Add(new SchemaError("Who is asked ahead takes ids: the keys come as IReadOnlyList<Guid>.", batch.Parameter.Origin()));
        }
    }
}
