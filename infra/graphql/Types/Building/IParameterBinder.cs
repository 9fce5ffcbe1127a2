using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Types.Building;

/// <summary>Supplies parameters of resolver methods that are neither arguments nor services.</summary>
public interface IParameterBinder
{
    /// <summary>
    /// Takes the parameter or leaves it. <paramref name="value"/> then runs once per call of the method's batch and must give an instance of
    /// the parameter's type; what it throws is the field's error.
    /// </summary>
    bool TryBind(ParameterInfo parameter, FieldConvention field, [NotNullWhen(true)] out Func<FieldContext, object?>? value);
}
