using R2P.GraphQL.Types.Building;

namespace R2P.GraphQL;

/// <summary>
/// An attribute on a resolver method that shapes its field while the schema is built: adds arguments, changes the type, supplies parameters.
/// Several are applied in the order in which they are written.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class FieldConventionAttribute : Attribute
{
    /// <summary>Called once for the method, before its parameters are read.</summary>
    public abstract void Apply(FieldConvention field);
}
