using System.Security.Claims;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Limits;

/// <summary>Applies the <see cref="IntrospectionPolicy"/>.</summary>
internal static class IntrospectionGuard
{
    public static bool MayIntrospect(this GraphQLOptions options, ClaimsPrincipal caller) => options.Introspection switch
    {
        IntrospectionPolicy.Everyone => true,
        IntrospectionPolicy.SignedIn => caller.Identity?.IsAuthenticated is true,
        _ => false,
    };

    public static GraphQLError Refusal(GraphQLOptions options) => new(
        options.Introspection == IntrospectionPolicy.SignedIn
            ? "The schema is shown to signed-in callers only."
            : "The schema is not shown by this service.",
        ErrorCodes.IntrospectionNotAllowed);
}
