using System.Reflection;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Types.Building;

/// <summary>Reads the arguments of a directive from the attribute that applies it; one that has its default is left out.</summary>
internal static class AppliedArguments
{
    public static IReadOnlyList<ArgumentNode> Of(Attribute attribute, DirectiveDefinition definition, Action<string> report)
    {
        var properties = ClrProperties.Of(attribute.GetType()).ToList();
        var arguments = new List<ArgumentNode>();
        foreach (var argument in definition.Arguments.Values)
        {
            if (properties.Find(property => Holds(property, argument)) is not { } property)
            {
                report($"Argument \"@{definition.Name}({argument.Name}:)\" can't be read: the class needs a property that holds it.");
            }
            else if (LiteralOf(property.GetValue(attribute), argument, $"@{definition.Name}({argument.Name}:)", report) is { } literal)
            {
                arguments.Add(new ArgumentNode(new NameNode(argument.Name), literal));
            }
        }

        return arguments;
    }

    /// <summary>The property of the argument's name, or of the constructor's parameter that is the argument.</summary>
    private static bool Holds(PropertyInfo property, InputFieldDefinition argument) =>
        property.CanRead && (SchemaNames.OfField(property) == argument.Name
            || argument.Origin!.EndsWith($"({property.Name})", StringComparison.OrdinalIgnoreCase));

    private static ValueNode? LiteralOf(object? value, InputFieldDefinition argument, string coordinate, Action<string> report)
    {
        if (value is null && !argument.Type.IsNonNull && argument.DefaultValue is null)
        {
            return null;
        }

        if (DefaultLiteral.Of(value, argument.Type) is not { } literal)
        {
            report($"Argument \"{coordinate}\" has a value that can't be written as {argument.Type}.");
            return null;
        }

        InputLiteral.Check(literal, argument.Type, (message, _, path) =>
            report($"Argument \"{coordinate}\" has invalid value{(path.Length == 0 ? "" : $" at {path}")}: {message}"));
        return argument.DefaultValue is { } byDefault && SyntaxPrinter.Print(literal) == SyntaxPrinter.Print(byDefault) ? null : literal;
    }
}
