using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>A field in the making, as a <see cref="FieldConventionAttribute"/> or an <see cref="IParameterBinder"/> sees it.</summary>
public sealed class FieldConvention
{
    private readonly List<InputFieldDefinition> _arguments = [];
    private readonly List<IParameterBinder> _binders = [];

    internal FieldConvention(MethodInfo method, string name, Type resultType, TypeRegistry types) =>
        (Method, Name, ResultType, Types) = (method, name, resultType, types);

    /// <summary>The resolver method.</summary>
    public MethodInfo Method { get; }

    /// <summary>The field's GraphQL name.</summary>
    public string Name { get; }

    /// <summary>The C# type of one parent's result: without the task, and for a batch method without the list, dictionary or lookup around it.</summary>
    public Type ResultType { get; }

    /// <summary>Set to give the field another type than the one inferred from <see cref="ResultType"/>.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The types of the schema in the making.</summary>
    public TypeRegistry Types { get; }

    /// <summary>How long the field's list is, or those below it are; what the method itself is marked with comes first.</summary>
    public ListSize? ListSize { get; set; }

    internal IReadOnlyList<InputFieldDefinition> Arguments => _arguments;

    internal IReadOnlyList<IParameterBinder> Binders => _binders;

    /// <summary>
    /// Adds an argument behind those of the method's own parameters. Its value is found by name in <see cref="Execution.FieldContext.Arguments"/>.
    /// </summary>
    public void AddArgument(InputFieldDefinition argument) => _arguments.Add(argument);

    /// <summary>Supplies parameters of this method.</summary>
    public void AddBinder(IParameterBinder binder) => _binders.Add(binder);
}
