using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>The parameter of a batch method that holds all parents, or their keys.</summary>
/// <param name="Item">The type of a parent or key.</param>
/// <param name="KeyProperty">The name of the parent's property that is the key; null if the parents themselves are given.</param>
/// <param name="IsAskedAhead">Whether the method may be called before the parents are there.</param>
internal sealed record BatchParameter(ParameterInfo Parameter, Type Item, string? KeyProperty, bool IsAskedAhead = false)
{
    /// <summary>The batch parameter of the method; null if the method is called for each parent.</summary>
    public static BatchParameter? Of(MethodInfo method)
    {
        var parameter = method.GetParameters().FirstOrDefault(candidate =>
            candidate.IsDefined(typeof(ParentsAttribute)) || candidate.IsDefined(typeof(ParentKeyAttribute)));
        if (parameter is not { ParameterType: { IsGenericType: true } type })
        {
            return null;
        }

        var key = parameter.GetCustomAttribute<ParentKeyAttribute>();
        return new BatchParameter(parameter, type.GetGenericArguments()[0], key?.Property, key?.AskedAhead ?? false);
    }
}
