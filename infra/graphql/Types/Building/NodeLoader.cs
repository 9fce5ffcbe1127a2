using System.Linq.Expressions;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>Finds the objects of one type by their ids: a compiled node resolver method.</summary>
/// <param name="ClrType">The class of the objects.</param>
/// <param name="Load">One result per id, in order.</param>
internal sealed record NodeLoader(Type ClrType, Func<FieldContext, IReadOnlyList<Guid>, Task<object?[]>> Load)
{
    /// <summary>The loader; null if the method has not the form of a node resolver.</summary>
    public static NodeLoader? Compile(MethodInfo method, TypeRegistry types)
    {
        if (method.GetParameters().FirstOrDefault(parameter => parameter.ParameterType == typeof(IReadOnlyList<Guid>)) is not { } ids)
        {
            return null;
        }

        var isFaulty = false;
        var batch = new BatchParameter(ids, typeof(Guid), null);
        var result = MethodResult.Of(types.ShapeOf(method.ReturnParameter), batch, isStream: false, _ => isFaulty = true);
        if (isFaulty || result.Form is not (ResultForm.Aligned or ResultForm.ByKey) || TaskOf(result.Returned) is not { } awaited)
        {
            return null;
        }

        var call = types.Fields.BindNodeResolver(method, batch);
        if (call.Arguments.Count > 0)
        {
            return null;
        }

        var items = Expression.Parameter(typeof(IReadOnlyList<Guid>), "ids");
        var body = call.On(items);
        var invoke = call.Compile<Func<FieldContext, IReadOnlyList<Guid>, object>>(
            body.Type.IsValueType ? Expression.Call(body, nameof(ValueTask<>.AsTask), []) : body,
            items);
        var distribute = (Action<object?, KeyBatch<Guid>, object?[]>)typeof(Distribution)
            .GetMethod(nameof(Distribution.For))!
            .MakeGenericMethod(typeof(Guid), result.Value.Type)
            .Invoke(null, [result.Form, method.Origin(), null])!;
        return new NodeLoader(result.Value.Type, Loading(invoke, ResolverRuntime.Awaiter(awaited), distribute));
    }

    private static Func<FieldContext, IReadOnlyList<Guid>, Task<object?[]>> Loading(
        Deferred<Func<FieldContext, IReadOnlyList<Guid>, object>> invoke,
        Func<object, Task<object?>> awaiter,
        Action<object?, KeyBatch<Guid>, object?[]> distribute) => async (context, ids) =>
        {
            var found = new object?[ids.Count];
            var answer = await awaiter(invoke.Code(context, ids));
            distribute(answer, new KeyBatch<Guid>(ids, [.. ids], [.. Enumerable.Range(0, ids.Count)]), found);
            return found;
        };

    private static Type? TaskOf(Type returned) => new ClrShape(returned, null).Awaited.Type is var awaited && awaited != returned ? awaited : null;
}
