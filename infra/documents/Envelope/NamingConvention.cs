using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace R2P.Documents;

/// <summary>snake_case for tables and columns, camelCase for JSON members; the envelope's key and optimistic lock.</summary>
internal static class NamingConvention
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            NameColumns(entity);
            if (entity.ClrType.IsAssignableTo(typeof(DocumentEnvelope)))
            {
                entity.FindProperty(nameof(DocumentEnvelope.Id))!.ValueGenerated = ValueGenerated.Never;
                entity.FindProperty(nameof(DocumentEnvelope.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static void NameColumns(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(SnakeCase(property.Name));
            StoreEnumsAsText(property);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            if (complex.ComplexType.IsMappedToJson())
            {
                complex.ComplexType.SetContainerColumnName(SnakeCase(complex.Name));
                NameMembers(complex.ComplexType);
            }
            else
            {
                NameColumns(complex.ComplexType);
            }
        }
    }

    private static void NameMembers(IMutableComplexType type)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetJsonPropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            StoreEnumsAsText(property);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            complex.SetJsonPropertyName(JsonNamingPolicy.CamelCase.ConvertName(complex.Name));
            NameMembers(complex.ComplexType);
        }
    }

    private static void StoreEnumsAsText(IMutableProperty property)
    {
        if (EnumOf(property.ClrType) is { } own)
        {
            property.SetValueConverter(EnumText.ConverterFor(own));
        }
        else if (property.GetElementType() is { } element && EnumOf(element.ClrType) is { } inner)
        {
            element.SetValueConverter(EnumText.ConverterFor(inner));
        }
    }

    private static Type? EnumOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } found ? found : null;
}
