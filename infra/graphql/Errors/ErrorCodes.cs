namespace R2P.GraphQL.Errors;

/// <summary>Every stable code that the engine puts into <c>extensions.code</c>. Limits end in <c>_LIMIT_EXCEEDED</c>.</summary>
public static class ErrorCodes
{
    /// <summary>The HTTP body or a WebSocket message is not what the protocol asks for.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document does not parse (§2).</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document is not valid for this schema (§5).</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The operation to run can't be told (§6.1 GetOperation).</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>A variable's value does not fit its type (§6.1.2).</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The service knows no document of that hash: its client sends the text along (automatic persisted queries).</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The service keeps no documents by their hashes: its client sends texts.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document's text is not the one of its hash or id.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>No document is registered under that id; or only registered ones are executed, and the request names none.</summary>
    public const string DocumentNotRegistered = "DOCUMENT_NOT_REGISTERED";

    /// <summary>A mutation or subscription over a method or transport that may not carry it.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The field needs a signed-in caller, or the presented token is not valid.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The caller's roles do not allow the field.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The schema is not shown to this caller.</summary>
    public const string IntrospectionNotAllowed = "INTROSPECTION_NOT_ALLOWED";

    /// <summary>A request that a foreign web page could have sent without the browser asking the service first.</summary>
    public const string CrossSiteRefused = "CROSS_SITE_REFUSED";

    /// <summary>A resolver answered null for a non-null field (§6.4.4).</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>An unexpected failure, logged under the correlation id that the error carries.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The request took longer than it may.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The HTTP body is larger than it may be.</summary>
    public const string RequestSizeLimitExceeded = "REQUEST_SIZE_LIMIT_EXCEEDED";

    /// <summary>More requests come in one HTTP body than may.</summary>
    public const string BatchLimitExceeded = "BATCH_LIMIT_EXCEEDED";

    /// <summary>More operations run on one socket or event stream than may.</summary>
    public const string OperationLimitExceeded = "OPERATION_LIMIT_EXCEEDED";

    /// <summary>More event streams are reserved or open than may be.</summary>
    public const string StreamLimitExceeded = "STREAM_LIMIT_EXCEEDED";

    /// <summary>The document has more tokens than it may have.</summary>
    public const string TokenLimitExceeded = "TOKEN_LIMIT_EXCEEDED";

    /// <summary>The document, a value or a type reference is nested deeper than it may be.</summary>
    public const string DepthLimitExceeded = "DEPTH_LIMIT_EXCEEDED";

    /// <summary>The operation, its fragments spread, selects more fields than it may.</summary>
    public const string FieldLimitExceeded = "FIELD_LIMIT_EXCEEDED";

    /// <summary>More parts of the response would come later than may.</summary>
    public const string PendingLimitExceeded = "PENDING_LIMIT_EXCEEDED";

    /// <summary>The document has more aliases than it may have.</summary>
    public const string AliasLimitExceeded = "ALIAS_LIMIT_EXCEEDED";

    /// <summary>The document, or one place of it, has more directives than it may have.</summary>
    public const string DirectiveLimitExceeded = "DIRECTIVE_LIMIT_EXCEEDED";

    /// <summary>A list in the document or the variables, or one that is read piece by piece, has more items than it may have.</summary>
    public const string ListSizeLimitExceeded = "LIST_SIZE_LIMIT_EXCEEDED";

    /// <summary>The variables hold more values than they may.</summary>
    public const string VariableLimitExceeded = "VARIABLE_LIMIT_EXCEEDED";

    /// <summary>The operation, with the lists that it asks for, costs more than it may.</summary>
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";

    /// <summary>Validation would take more steps than it may.</summary>
    public const string ValidationLimitExceeded = "VALIDATION_LIMIT_EXCEEDED";

    /// <summary>A filter argument states more than it may.</summary>
    public const string FilterLimitExceeded = "FILTER_LIMIT_EXCEEDED";
}
