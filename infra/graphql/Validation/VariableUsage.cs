using System.Runtime.InteropServices;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Validation;

/// <summary>A place where a variable is used (§5.8.5).</summary>
/// <param name="Node">The variable.</param>
/// <param name="LocationType">The type that the place expects; null if it isn't known.</param>
/// <param name="ParentObject">The input object whose field takes the variable directly, if one does.</param>
/// <param name="LocationHasDefault">Whether the argument or input field has a default value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VariableUsage(
    VariableNode Node,
    GraphQLType? LocationType,
    InputObjectType? ParentObject,
    bool LocationHasDefault);
