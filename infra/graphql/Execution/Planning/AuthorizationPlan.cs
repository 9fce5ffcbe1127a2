using System.Security.Claims;
using R2P.GraphQL.Errors;
using R2P.GraphQL.Language;
using R2P.GraphQL.Types;

namespace R2P.GraphQL.Execution;

/// <summary>
/// Every requirement that the fields of a plan bring, checked before anything runs. A field of an interface brings its own requirement and
/// that of each object type that may answer it.
/// </summary>
internal sealed class AuthorizationPlan
{
    private readonly OperationPlan _plan;
    private readonly OrderedDictionary<string, Requirement> _requirements = new(StringComparer.Ordinal);

    private AuthorizationPlan(OperationPlan plan) => _plan = plan;

    public static AuthorizationPlan For(OperationPlan plan, ObjectType rootType)
    {
        var authorization = new AuthorizationPlan(plan);
        PossibleFields.Visit(plan, rootType, authorization.Require);
        return authorization;
    }

    /// <summary>§7.1 A request error for each field that the caller may not select; none if all may be.</summary>
    public IReadOnlyList<GraphQLError> Check(ClaimsPrincipal user)
    {
        if (_requirements.Count == 0)
        {
            return [];
        }

        var signedIn = user.Identity?.IsAuthenticated is true;
        return [.. from requirement in _requirements
            where !signedIn || !HasRole(user, requirement.Value.Asked)
            select Refusal(requirement.Key, requirement.Value.Node, signedIn)];
    }

    private GraphQLError Refusal(string coordinate, FieldNode node, bool signedIn)
    {
        var error = signedIn
            ? new GraphQLError($"The caller's roles do not allow the field \"{coordinate}\".", ErrorCodes.Forbidden)
            : new GraphQLError($"The field \"{coordinate}\" needs a signed-in caller.", ErrorCodes.Unauthenticated);
        return error.At(_plan.Context.Source, node);
    }

    private static bool HasRole(ClaimsPrincipal user, AuthorizationRequirement asked) =>
        asked.Roles.Count == 0 || user.HasClaim(claim => claim.Type is ClaimTypes.Role or "role" && asked.Roles.Contains(claim.Value));

    private void Require(CompositeType type, FieldDefinition definition, FieldNode node)
    {
        if (definition.Authorization is { } asked)
        {
            _requirements.TryAdd($"{type.Name}.{definition.Name}", new Requirement(asked, node));
        }
    }

    private sealed record Requirement(AuthorizationRequirement Asked, FieldNode Node);
}
