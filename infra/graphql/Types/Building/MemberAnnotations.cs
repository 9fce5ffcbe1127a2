using System.Reflection;

namespace R2P.GraphQL.Types.Building;

/// <summary>Reads attributes, also those that a class's property takes over from the interface whose property it implements.</summary>
internal static class MemberAnnotations
{
    /// <summary>The attribute on the member, on the member that it overrides, or on the interface property that it implements.</summary>
    public static TAttribute? Find<TAttribute>(this MemberInfo member)
        where TAttribute : Attribute =>
        Attribute.GetCustomAttribute(member, typeof(TAttribute), inherit: true) as TAttribute
        ?? (member as PropertyInfo)?.Implemented().Select(property => property.GetCustomAttribute<TAttribute>()).FirstOrDefault(found => found is not null);

    /// <summary>The interface properties that the class's property implements by its name.</summary>
    public static IEnumerable<PropertyInfo> Implemented(this PropertyInfo property) =>
        property.DeclaringType is { IsInterface: false } type
            ? type.GetInterfaces().Select(@interface => @interface.GetProperty(property.Name)).OfType<PropertyInfo>()
            : [];

    /// <summary>Why the member should no longer be used; null if it may be.</summary>
    public static string? DeprecationReason(this MemberInfo member) =>
        member.Find<GraphQLDeprecatedAttribute>()?.Reason ?? ReasonOf(member.Find<ObsoleteAttribute>());

    public static string? DeprecationReason(this ParameterInfo parameter) => parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason;

    public static bool IsIgnored(this MemberInfo member) => member.Find<GraphQLIgnoreAttribute>() is not null;

    /// <summary>How schema errors name a member.</summary>
    public static string Origin(this MemberInfo member) =>
        member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";

    /// <summary>How schema errors name a parameter.</summary>
    public static string Origin(this ParameterInfo parameter) => $"{parameter.Member.Origin()}({parameter.Name})";

    /// <summary>
    /// The requirements of a field together: its own, and its type's. Where both name roles, only roles that satisfy both remain, so that
    /// combining never widens; that none remains is reported, as an empty list would mean any caller.
    /// </summary>
    public static AuthorizationRequirement? Authorization(IEnumerable<MemberInfo> members, Action<string> report)
    {
        AuthorizationRequirement? combined = null;
        foreach (var attribute in members.Select(member => member.Find<AuthorizeAttribute>()).OfType<AuthorizeAttribute>())
        {
            combined = Combine(combined, attribute.Roles, report);
        }

        return combined;
    }

    private static AuthorizationRequirement Combine(AuthorizationRequirement? first, string[] roles, Action<string> report)
    {
        if (first is null || first.Roles.Count == 0 || roles.Length == 0)
        {
            return roles.Length > 0 || first is null ? new AuthorizationRequirement(roles) : first;
        }

        string[] common = [.. first.Roles.Intersect(roles, StringComparer.Ordinal)];
        if (common.Length == 0)
        {
            report($"No role is allowed: {string.Join(", ", first.Roles)} and {string.Join(", ", roles)} have none in common.");
        }

        return new AuthorizationRequirement(common);
    }

    private static string? ReasonOf(ObsoleteAttribute? obsolete) =>
        obsolete is null ? null : obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason;
}
