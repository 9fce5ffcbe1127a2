using R2P.GraphQL;

namespace R2P.Schema.Acts;

/// <summary>Why a mutation did not happen. Nothing was changed.</summary>
[InterfaceType("UserError")]
public interface IUserError
{
    /// <summary>A stable code to decide by.</summary>
    UserErrorCode Code { get; }

    /// <summary>What is wrong and what to do, for the person who asked.</summary>
    string Message { get; }

    /// <summary>The input field that it is about, from <c>input</c> down; null if it is about no single field.</summary>
    IReadOnlyList<string>? Path { get; }
}

/// <summary>The stable codes of expected failures.</summary>
public enum UserErrorCode
{
    /// <summary>Somebody else changed it meanwhile: read the current version, then decide again.</summary>
    Conflict,

    /// <summary>There is no such thing, or you may not see it.</summary>
    NotFound,

    /// <summary>You may see it, but your appointments do not let you do this.</summary>
    NotAllowed,

    /// <summary>A field's value is not acceptable.</summary>
    InvalidInput,

    /// <summary>The life cycle does not allow this in the present state.</summary>
    InvalidTransition,

    /// <summary>What other offices wrote hangs on it, and would be lost with it.</summary>
    WordsOfOthers,

    /// <summary>A review can't close while comments have no answer.</summary>
    UnansweredComments,

    /// <summary>The same <c>clientMutationId</c> was used before with another input.</summary>
    RetryMismatch,
}

/// <summary>The version named in the input is no longer the current one, or somebody else did the same at the same moment.</summary>
/// <param name="Message">What to do.</param>
/// <param name="CurrentVersion">The version that stands now; null if the input names none that it could be compared with.</param>
public sealed record ConflictError(string Message, int? CurrentVersion) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.Conflict;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path { get; } = CurrentVersion is null ? null : ["input", "version"];
}

/// <summary>Not found and not allowed to see are one answer.</summary>
public sealed record NotFoundError(string Message, IReadOnlyList<string>? Path) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.NotFound;
}

/// <summary>The viewer's appointments do not allow the act.</summary>
public sealed record NotAllowedError(string Message) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.NotAllowed;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path => null;
}

/// <summary>A field's value is not acceptable.</summary>
public sealed record InvalidInputError(string Message, IReadOnlyList<string>? Path) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.InvalidInput;
}

/// <summary>The life cycle does not allow the act in the present state.</summary>
/// <param name="Message">Which states would allow it.</param>
/// <param name="Status">The state that it is in.</param>
/// <param name="AllowedFrom">The states that allow the act.</param>
public sealed record InvalidTransitionError(string Message, string Status, IReadOnlyList<string> AllowedFrom) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.InvalidTransition;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path => null;
}

/// <summary>What other offices wrote, answered or decided hangs on the document: no office erases the words of another.</summary>
public sealed record WordsOfOthersError(string Message) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.WordsOfOthers;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path { get; } = ["input", "id"];
}

/// <summary>A retry must repeat the input of the first try.</summary>
public sealed record RetryMismatchError(string Message) : IUserError
{
    /// <inheritdoc/>
    public UserErrorCode Code => UserErrorCode.RetryMismatch;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path { get; } = ["input", "clientMutationId"];
}

/// <summary>Ends an act: nothing of it is kept, and the mutation's payload carries the errors.</summary>
public sealed class ActRefusedException(params IReadOnlyList<IUserError> errors) : Exception(errors[0].Message)
{
    public IReadOnlyList<IUserError> Errors { get; } = errors;
}
