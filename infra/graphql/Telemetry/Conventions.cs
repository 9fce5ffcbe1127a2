using System.Diagnostics;
using R2P.GraphQL.Language;

namespace R2P.GraphQL.Telemetry;

/// <summary>
/// The names of spans, instruments and attributes. The request's span and its attributes are those of OpenTelemetry's semantic conventions for GraphQL
/// servers; for the steps within a request, and for metrics, there are none: those follow their style.
/// </summary>
internal static class Conventions
{
    public const string UnknownOperation = "GraphQL Operation";
    public const string Parse = "graphql.parse";
    public const string Validate = "graphql.validate";
    public const string Plan = "graphql.plan";
    public const string Execute = "graphql.execute";
    public const string Resolve = "graphql.resolve";

    public const string Document = "graphql.document";
    public const string OperationName = "graphql.operation.name";
    public const string OperationType = "graphql.operation.type";
    public const string FieldCoordinate = "graphql.field.coordinate";
    public const string ParentCount = "graphql.field.parent_count";
    public const string ErrorType = "error.type";
    public const string LookupResult = "graphql.plan_cache.result";

    /// <summary>What codes of limits end in.</summary>
    public const string LimitSuffix = "_LIMIT_EXCEEDED";

    public static string TypeOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    /// <summary>Says that a step failed, by a code alone: messages may repeat what a client sent.</summary>
    public static void Fail(this Activity activity, string code)
    {
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag(ErrorType, code);
    }
}
