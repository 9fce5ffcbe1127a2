using System.Reflection;
using System.Text;
using System.Text.Json;

namespace R2P.GraphQL.Types.Building;

/// <summary>How C# names become GraphQL names.</summary>
internal static class SchemaNames
{
    /// <summary>A field: camelCase; of a method without <c>Get</c> and <c>Async</c>.</summary>
    public static string OfField(MemberInfo member)
    {
        if (member.Find<GraphQLNameAttribute>() is { } given)
        {
            return given.Name;
        }

        var name = member.Name;
        if (member is MethodInfo)
        {
            name = name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
            name = name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]) ? name[3..] : name;
        }

        return CamelCase(name);
    }

    /// <summary>An argument, or an input field that is a constructor parameter: camelCase.</summary>
    public static string OfParameter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    /// <summary>A directive: camelCase, without <c>Attribute</c> or <c>Directive</c>.</summary>
    public static string OfDirective(Type type)
    {
        var name = WithoutEnding(WithoutEnding(type.Name, nameof(Attribute)), "Directive");
        return type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(name);
    }

    /// <summary>An enum value: SCREAMING_SNAKE_CASE.</summary>
    public static string OfEnumValue(FieldInfo value) => value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? ScreamingSnakeCase(value.Name);

    /// <summary>
    /// An output type: the C# name, without the <c>I</c> of an interface; of a generic type the names of its arguments before its own name.
    /// </summary>
    public static string OfOutput(Type type, Func<Type, string> nameOfArgument)
    {
        var arguments = type.GetGenericArguments().Select(nameOfArgument).ToArray<object>();
        var given = type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.GetCustomAttribute<SchemaTypeAttribute>()?.Name;
        if (given is not null)
        {
            return string.Format(System.Globalization.CultureInfo.InvariantCulture, given, arguments);
        }

        var name = WithoutArity(type.Name);
        var isPrefixed = type.IsInterface && name is ['I', var second, ..] && char.IsUpper(second);
        return string.Concat(arguments) + (isPrefixed ? name[1..] : name);
    }

    /// <summary>An input object: the C# name, ending in <c>Input</c>.</summary>
    public static string OfInput(Type type, Func<Type, string> nameOfArgument)
    {
        var given = type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.GetCustomAttribute<SchemaTypeAttribute>()?.Name;
        var name = OfOutput(type, nameOfArgument);
        return given is not null || name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string ScreamingSnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            result.Append(startsWord ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

    private static string WithoutEnding(string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var tick ? name[..tick] : name;
}
