using System.Globalization;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Limits;

/// <summary>
/// Every refusal of a request that asks for too much: its words, its code, and in <c>extensions</c> the figure allowed (<c>limit</c>) and, where it is
/// known, the figure asked for (<c>actual</c>). Where work stops at the limit, nobody counts on.
/// </summary>
internal static class LimitErrors
{
    public static GraphQLError RequestBytes(long? actual, int limit) => Error(
        ErrorCodes.RequestSizeLimitExceeded, $"The request is larger than {limit} bytes.", limit, actual);

    public static GraphQLError Tokens(int limit) => Error(
        ErrorCodes.TokenLimitExceeded, $"Syntax Error: Document contains more than {limit} tokens. Parsing aborted.", limit);

    public static GraphQLError DocumentDepth(int limit) => Depth($"Syntax Error: Document is nested deeper than {limit} levels. Parsing aborted.", limit);

    public static GraphQLError OperationDepth(int limit) => Depth($"The operation is nested deeper than {limit} levels with its fragments spread.", limit);

    public static GraphQLError FieldsDepth(int limit) => Depth($"Fields are nested deeper than {limit} levels once their fragments are spread.", limit);

    public static GraphQLError RequestDepth(int limit) => Depth($"The request is nested deeper than {limit} levels.", limit);

    public static GraphQLError InputDepth(int limit) => Depth($"Input is nested deeper than {limit} levels.", limit);

    /// <summary>Counting ends at the largest integer, as fragments may multiply the fields without end.</summary>
    public static GraphQLError Fields(long actual, int limit) => Error(
        ErrorCodes.FieldLimitExceeded,
        $"The operation selects {actual}{(actual == int.MaxValue ? " or more" : "")} fields with its fragments spread; {limit} are allowed.",
        limit,
        actual);

    public static GraphQLError Aliases(int actual, int limit) => Error(
        ErrorCodes.AliasLimitExceeded, $"The document has {actual} aliases; {limit} are allowed.", limit, actual);

    public static GraphQLError Directives(int actual, int limit) => Error(
        ErrorCodes.DirectiveLimitExceeded, $"The document has {actual} directives; {limit} are allowed.", limit, actual);

    public static GraphQLError DirectivesAtOnePlace(int actual, int limit) => Error(
        ErrorCodes.DirectiveLimitExceeded, $"One place of the document has {actual} directives; {limit} are allowed.", limit, actual);

    public static GraphQLError ListItems(int actual, int limit) => Error(
        ErrorCodes.ListSizeLimitExceeded, $"A list has {actual} items; {limit} are allowed.", limit, actual);

    public static GraphQLError ListItems(string variable, int actual, int limit) => Error(
        ErrorCodes.ListSizeLimitExceeded, $"Variable \"${variable}\" holds a list of {actual} items; {limit} are allowed.", limit, actual);

    public static GraphQLError ReadItems(int limit) => Error(
        ErrorCodes.ListSizeLimitExceeded, $"The list has more than {limit} items, which are allowed at once; ask for it with @stream.", limit);

    public static GraphQLError VariableValues(int actual, int limit) => Error(
        ErrorCodes.VariableLimitExceeded, $"The variables hold {actual} values; {limit} are allowed.", limit, actual);

    public static GraphQLError ValidationSteps(int limit) => Error(
        ErrorCodes.ValidationLimitExceeded, $"Validation of the document takes more than {limit} steps.", limit);

    public static GraphQLError ValidationErrors(int limit) => Error(
        ErrorCodes.ValidationLimitExceeded, $"Too many validation errors, error limit reached. Validation aborted.", limit);

    public static GraphQLError TypeCost(double actual, int limit) => Error(
        ErrorCodes.CostLimitExceeded, $"The operation has a type cost of {actual}; {limit} is allowed.", limit, actual);

    public static GraphQLError FieldCost(double actual, int limit) => Error(
        ErrorCodes.CostLimitExceeded, $"The operation has a field cost of {actual}; {limit} is allowed.", limit, actual);

    private static GraphQLError Depth(FormattableString message, int limit) => Error(ErrorCodes.DepthLimitExceeded, message, limit);

    private static GraphQLError Error(string code, FormattableString message, int limit, double? actual = null)
    {
        var figures = new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = limit };
        if (actual is { } figure)
        {
            figures["actual"] = figure;
        }

        return new GraphQLError(message.ToString(CultureInfo.InvariantCulture), code) { Extensions = figures };
    }
}
