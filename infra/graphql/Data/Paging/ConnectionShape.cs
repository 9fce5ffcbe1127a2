namespace R2P.GraphQL.Data;

/// <summary>Tells connections from other types.</summary>
internal static class ConnectionShape
{
    public static bool IsConnection(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>);
}
