using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>§3.9 Makes an enum type of a C# enum.</summary>
internal static class EnumTypeFactory
{
    public static EnumType Create(string name, Type type, TypeRegistry types)
    {
        var result = new EnumType(name) { ClrType = type };
        foreach (var member in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(member => !member.IsIgnored()))
        {
            var value = new EnumValueDefinition(SchemaNames.OfEnumValue(member), member.GetValue(null)!)
            {
                Description = types.Describe(member),
                DeprecationReason = member.DeprecationReason(),
                AppliedDirectives = types.Directives.AppliedTo(DirectiveLocation.EnumValue, member.Origin(), member),
            };
            if (!result.Values.TryAdd(value.Name, value))
            {
                types.Errors.Add(new SchemaError($"The enum {name} has more than one value {value.Name}.", member.Origin()));
            }
        }

        return result;
    }
}
