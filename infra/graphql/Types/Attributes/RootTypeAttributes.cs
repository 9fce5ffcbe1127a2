namespace R2P.GraphQL;

/// <summary>
/// The public static methods of the class are fields of the query root. Many classes may share the root. One that returns an
/// <see cref="IAsyncEnumerable{T}"/>, here or in any other class of fields, answers a list piece by piece.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The public static methods of the class are fields of the mutation root; they run one after the other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The public static methods of the class are fields of the subscription root; each returns an <see cref="IAsyncEnumerable{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
