using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace R2P.GraphQL.Types.Building;

/// <summary>Finds descriptions: the attribute first, then the XML documentation file beside the member's assembly.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    /// <summary>What the type, property, method or enum value is for; null if nothing is said.</summary>
    public string? Describe(MemberInfo member)
    {
        if (member.Find<GraphQLDescriptionAttribute>() is { } given)
        {
            return given.Description;
        }

        return member switch
        {
            PropertyInfo property => DescribeProperty(property),
            _ => Summary(member),
        };
    }

    /// <summary>What the parameter is for, be it a method's or a record's.</summary>
    public string? Describe(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<GraphQLDescriptionAttribute>() is { } given)
        {
            return given.Description;
        }

        return Parameter(parameter.Member, parameter.Name!) ?? Parameter(parameter.Member.DeclaringType!, parameter.Name!);
    }

    /// <summary>Lets go of the files: they are many times what is taken from them.</summary>
    public void Close() => _files.Clear();

    private string? DescribeProperty(PropertyInfo property) =>
        Summary(property)
        ?? Parameter(property.DeclaringType!, property.Name)
        ?? Overridden(property).Concat(property.Implemented()).Select(Describe).FirstOrDefault(text => text is not null);

    /// <summary>The member's own summary, or that of the member of its assembly that it refers to (<c>inheritdoc cref</c>).</summary>
    private string? Summary(MemberInfo member)
    {
        var element = Find(member);
        var cited = element?.Element("inheritdoc")?.Attribute("cref")?.Value;
        return Text(element?.Element("summary"))
            ?? (cited is null ? null : Text(FileOf(member.Module.Assembly).GetValueOrDefault(cited)?.Element("summary")));
    }

    private static IEnumerable<PropertyInfo> Overridden(PropertyInfo property) =>
        property.DeclaringType?.BaseType?.GetProperty(property.Name) is { } inherited ? [inherited] : [];

    private string? Parameter(MemberInfo member, string name) =>
        Text(Find(member)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name));

    private XElement? Find(MemberInfo member) => FileOf(member.Module.Assembly).GetValueOrDefault(DocumentationId.Of(member));

    private static string? Text(XElement? element) => element is null ? null : DocumentationText.Flatten(element);

    private Dictionary<string, XElement> FileOf(Assembly assembly)
    {
        if (!_files.TryGetValue(assembly, out var members))
        {
            _files[assembly] = members = Read(assembly);
        }

        return members;
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(path))
        {
            return [];
        }

        using var reader = XmlReader.Create(path);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Descendants("member")
            .DistinctBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }
}
