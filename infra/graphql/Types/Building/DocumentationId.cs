using System.Reflection;
using System.Text;

namespace R2P.GraphQL.Types.Building;

/// <summary>The id by which an XML documentation file names a member, as the C# language specification defines it (annex D.4.2).</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => $"T:{Definition(type)}",
        PropertyInfo => $"P:{Definition(member.DeclaringType!)}.{member.Name}",
        FieldInfo => $"F:{Definition(member.DeclaringType!)}.{member.Name}",
        MethodBase method => $"M:{Definition(method.DeclaringType!)}.{Method(method)}",
        _ => "",
    };

    private static string Method(MethodBase method)
    {
        var definition = OnDefinition(method);
        var name = definition.Name.Replace('.', '#');
        var arity = definition is MethodInfo { IsGenericMethod: true } generic ? $"``{generic.GetGenericArguments().Length}" : "";
        var parameters = definition.GetParameters().Select(parameter => Reference(parameter.ParameterType)).ToArray();
        return parameters.Length == 0 ? name + arity : $"{name}{arity}({string.Join(',', parameters)})";
    }

    /// <summary>The same method on the open generic type, whose parameters the id is written with.</summary>
    private static MethodBase OnDefinition(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)!
            : method;

    private static string Definition(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Reference(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (type.HasElementType)
        {
            return Reference(type.GetElementType()!) + (type.IsArray ? Brackets(type.GetArrayRank()) : "@");
        }

        return type.IsGenericType ? Generic(type) : type.FullName!.Replace('+', '.');
    }

    private static string Brackets(int rank) => rank == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", rank))}]";

    private static string Generic(Type type)
    {
        var result = new StringBuilder();
        var arguments = new Queue<Type>(type.GetGenericArguments());
        foreach (var segment in Definition(type).Split('.'))
        {
            var tick = segment.IndexOf('`', StringComparison.Ordinal);
            result.Append(result.Length == 0 ? "" : ".").Append(tick < 0 ? segment : segment[..tick]);
            if (tick >= 0)
            {
                var count = int.Parse(segment[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
                var own = Enumerable.Range(0, count).Select(_ => Reference(arguments.Dequeue()));
                result.Append('{').AppendJoin(',', own).Append('}');
            }
        }

        return result.ToString();
    }
}
