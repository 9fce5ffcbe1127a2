using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>How a C# class is constructed from input: by the constructor that takes most, and the properties that it leaves to be set.</summary>
internal sealed record InputConstruction(ConstructorInfo? Constructor, IReadOnlyList<InputMember> Members)
{
    /// <summary>Null for a type that can't be constructed.</summary>
    public static InputConstruction? Of(Type type, TypeRegistry types)
    {
        var constructor = type.GetConstructors().Where(candidate => !IsCopy(candidate)).MaxBy(candidate => candidate.GetParameters().Length);
        return type.IsAbstract || type.IsGenericTypeDefinition || (constructor is null && !type.IsValueType)
            ? null
            : new InputConstruction(constructor, [.. MembersOf(type, constructor, types)]);
    }

    private static IEnumerable<InputMember> MembersOf(Type type, ConstructorInfo? constructor, TypeRegistry types)
    {
        var parameters = constructor?.GetParameters() ?? [];
        foreach (var parameter in parameters)
        {
            yield return InputMember.Of(parameter, types);
        }

        var sample = parameters.Length == 0 ? Activator.CreateInstance(type) : null;
        foreach (var property in ClrProperties.Of(type).Where(property => property.SetMethod is { IsPublic: true } && !property.IsIgnored()))
        {
            if (!parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return InputMember.Of(property, sample, types);
            }
        }
    }

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;
}
