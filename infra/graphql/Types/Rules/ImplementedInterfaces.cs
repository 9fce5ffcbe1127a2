namespace R2P.GraphQL.Types.Rules;

/// <summary>§3.6 IsValidImplementation: a type has all that its interfaces promise, and implements their interfaces too.</summary>
internal static class ImplementedInterfaces
{
    public static void Check(FieldsType type, SchemaReport report)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var @interface in type.Interfaces)
        {
            if (ReferenceEquals(type, @interface))
            {
                report.Add($"Type {type} cannot implement itself because it would create a circular reference.", type.Origin);
            }
            else if (!seen.Add(@interface))
            {
                report.Add($"Type {type} can only implement {@interface} once.", type.Origin);
            }
            else
            {
                CheckAncestors(type, @interface, report);
                CheckFields(type, @interface, report);
            }
        }
    }

    private static void CheckAncestors(FieldsType type, InterfaceType @interface, SchemaReport report)
    {
        foreach (var ancestor in @interface.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            report.Add(
                ReferenceEquals(ancestor, type)
                    ? $"Type {type} cannot implement {@interface} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {@interface}.",
                type.Origin);
        }
    }

    private static void CheckFields(FieldsType type, InterfaceType @interface, SchemaReport report)
    {
        foreach (var promised in @interface.Fields.Values)
        {
            if (type.Fields.TryGetValue(promised.Name, out var field))
            {
                new FieldPair(type, field, @interface, promised, report).Check();
            }
            else
            {
                report.Add($"Interface field {@interface}.{promised.Name} expected but {type} does not provide it.", type.Origin);
            }
        }
    }

    /// <summary>§3.6 IsValidImplementationFieldType, IsSubType.</summary>
    private static bool IsSubType(GraphQLType type, GraphQLType superType) => (type, superType) switch
    {
        (NonNullType sub, NonNullType super) => IsSubType(sub.OfType, super.OfType),
        (_, NonNullType) => false,
        (NonNullType sub, _) => IsSubType(sub.OfType, superType),
        (ListType sub, ListType super) => IsSubType(sub.OfType, super.OfType),
        (NamedType sub, NamedType super) => sub == super
            || (sub is FieldsType fieldsType && super is InterfaceType @interface && fieldsType.Interfaces.Contains(@interface))
            || (sub is ObjectType member && super is UnionType union && union.Members.Contains(member)),
        _ => false,
    };

    /// <summary>A field and the interface's field that it implements.</summary>
    private sealed record FieldPair(
        FieldsType Type, FieldDefinition Field, InterfaceType Interface, FieldDefinition Promised, SchemaReport Report)
    {
        private string Place => $"{Type}.{Field.Name}";

        private string PromisedPlace => $"{Interface}.{Promised.Name}";

        public void Check()
        {
            if (!IsSubType(Field.Type, Promised.Type))
            {
                Add($"Interface field {PromisedPlace} expects type {Promised.Type} but {Place} is type {Field.Type}.");
            }

            foreach (var promised in Promised.Arguments.Values)
            {
                CheckArgument(promised);
            }

            var added = Field.Arguments.Values.Where(argument => !Promised.Arguments.ContainsKey(argument.Name));
            foreach (var argument in added.Where(argument => argument.IsRequired))
            {
                Add($"Argument \"{Place}({argument.Name}:)\" must not be required type \"{argument.Type}\" "
                    + $"if not provided by the Interface field \"{PromisedPlace}\".");
            }

            if (Field.DeprecationReason is not null && Promised.DeprecationReason is null)
            {
                Add($"Interface field {PromisedPlace} is not deprecated, so implementation field {Place} must not be deprecated.");
            }
        }

        private void CheckArgument(InputFieldDefinition promised)
        {
            var place = $"{PromisedPlace}({promised.Name}:)";
            if (!Field.Arguments.TryGetValue(promised.Name, out var argument))
            {
                Add($"Interface field argument {place} expected but {Place} does not provide it.");
            }
            else if (argument.Type.ToString() != promised.Type.ToString())
            {
                Add($"Interface field argument {place} expects type {promised.Type} "
                    + $"but {Place}({argument.Name}:) is type {argument.Type}.");
            }
        }

        private void Add(string message) => Report.Add(message, Field.Origin ?? Type.Origin);
    }
}
