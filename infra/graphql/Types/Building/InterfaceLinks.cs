namespace R2P.GraphQL.Types.Building;

/// <summary>§3.6, §3.7 Says of every object and interface type which interfaces it implements, as their C# types do.</summary>
internal static class InterfaceLinks
{
    public static void Add(TypeRegistry types)
    {
        var interfaces = types.All.OfType<InterfaceType>().Where(type => type.ClrType is not null).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        foreach (var type in types.All.OfType<FieldsType>())
        {
            var clrType = (type as ObjectType)?.ClrType ?? (type as InterfaceType)?.ClrType;
            foreach (var @interface in interfaces.Where(candidate => candidate != type && candidate.ClrType!.IsAssignableFrom(clrType)))
            {
                type.Interfaces.Add(@interface);
            }
        }
    }
}
