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
        var construction = InputConstruction.Of(type, types);
        if (construction is null)
        {
            types.Errors.Add(new SchemaError($"The input type {result.Name} ({type.Origin()}) needs a class or record with a public constructor.", origin));
            return;
        }

        foreach (var member in construction.Members)
        {
            if (!result.Fields.TryAdd(member.Name, member.Define(types, DirectiveLocation.InputFieldDefinition)))
            {
                types.Errors.Add(new SchemaError($"The input type {result.Name} has more than one field {member.Name}.", member.Origin));
            }
        }

        if (types.Errors.Count == 0)
        {
            types.Inputs.CompileFactory(type, construction.Constructor, construction.Members);
        }
    }
}
