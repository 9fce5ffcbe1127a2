using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>§3.10 Makes input objects of C# classes and records, and the delegates that construct these from coerced values.</summary>
internal sealed class InputTypeFactory(TypeRegistry types)
{
    /// <summary>The type, still without fields; these come when the registry finishes.</summary>
    public InputObjectType Create(string name, Type type, string origin)
    {
        var result = new InputObjectType(name) { ClrType = type, IsOneOf = type.GetCustomAttribute<OneOfAttribute>() is not null };
        types.Later(() => Complete(result, type, origin));
        return result;
    }

    private void Complete(InputObjectType result, Type type, string origin)
    {
        var constructor = type.GetConstructors().Where(candidate => !IsCopy(candidate)).MaxBy(candidate => candidate.GetParameters().Length);
        if (type.IsAbstract || type.IsGenericTypeDefinition || (constructor is null && !type.IsValueType))
        {
            types.Errors.Add(new SchemaError($"The input type {result.Name} ({type.Origin()}) needs a class or record with a public constructor.", origin));
            return;
        }

        var members = MembersOf(type, constructor).ToList();
        foreach (var member in members)
        {
            if (!result.Fields.TryAdd(member.Name, member.Define(types)))
            {
                types.Errors.Add(new SchemaError($"The input type {result.Name} has more than one field {member.Name}.", member.Origin));
            }
        }

        if (types.Errors.Count == 0)
        {
            types.Inputs.CompileFactory(type, constructor, members);
        }
    }

    private IEnumerable<InputMember> MembersOf(Type type, ConstructorInfo? constructor)
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
