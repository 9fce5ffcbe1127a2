using System.Text.RegularExpressions;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Diff;

/// <summary>A default as one line of text that is the same for equal literals: fields in the order of their names, no block strings.</summary>
internal static partial class DefaultText
{
    /// <summary>Null where there is no default.</summary>
    public static string? Of(InputFieldDefinition input) =>
        input.DefaultValue is null ? null : LineBreaks.Replace(SyntaxPrinter.Print(Sorted(input.DefaultValue)), " ");

    /// <summary>The breaks that the printer puts into long lists; those inside of strings are escaped.</summary>
    [GeneratedRegex(@"\n\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks { get; }

    private static ValueNode Sorted(ValueNode value) => value switch
    {
        StringValueNode text => new StringValueNode(text.Value),
        ListValueNode list => new ListValueNode([.. list.Values.Select(Sorted)]),
        ObjectValueNode map => new ObjectValueNode(
        [
            .. map.Fields
                .OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                .Select(field => new ObjectFieldNode(field.Name, Sorted(field.Value))),
        ]),
        _ => value,
    };
}
