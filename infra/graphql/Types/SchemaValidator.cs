using R2P.GraphQL.Introspection;
using R2P.GraphQL.Types.Rules;

namespace R2P.GraphQL.Types;

/// <summary>§3 Checks that a schema is valid as a whole, wherever it comes from: C# types or SDL.</summary>
public static class SchemaValidator
{
    /// <summary>Every error there is, each with the C# member or SDL place that caused it; empty for a valid schema.</summary>
    public static IReadOnlyList<SchemaError> Validate(GraphQLSchema schema)
    {
        var report = new SchemaReport();
        RootTypes.Check(schema, report);
        foreach (var directive in schema.Directives)
        {
            Directives.Check(directive, report);
        }

        foreach (var type in schema.Types.Except(IntrospectionTypes.All))
        {
            CheckType(type, report);
        }

        FiniteInputObjects.Check(schema.Types.OfType<InputObjectType>(), report);
        return report.Errors;
    }

    private static void CheckType(NamedType type, SchemaReport report)
    {
        Names.Check(type.Name, type.Origin, report);
        switch (type)
        {
            case FieldsType fieldsType:
                Fields.Check(fieldsType, report);
                ImplementedInterfaces.Check(fieldsType, report);
                break;
            case UnionType union:
                UnionMembers.Check(union, report);
                break;
            case EnumType enumType:
                EnumValues.Check(enumType, report);
                break;
            case InputObjectType input:
                InputFields.Check(input, report);
                break;
        }
    }
}
