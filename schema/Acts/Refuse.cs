using R2P.Documents;

namespace R2P.Schema.Acts;

/// <summary>The expected failures of acts, by their codes; the words of those that are alike.</summary>
public static class Refuse
{
    public static ActRefusedException Stale(int currentVersion) =>
        new(new ConflictError($"Somebody changed it meanwhile; the current version is {currentVersion}. Read it and decide again.", currentVersion));

    public static ActRefusedException Concurrent() =>
        new(new ConflictError("Somebody else did the same at the same time. Read what stands there now and decide again.", null));

    public static ActRefusedException NotFound(string what, params IReadOnlyList<string> path) =>
        new(new NotFoundError($"There is no such {what}, or you may not see it.", path));

    public static ActRefusedException NotAllowed(string toDo) =>
        new(new NotAllowedError($"None of your active appointments lets you {toDo}."));

    public static ActRefusedException StaysBetweenThem() =>
        new(new NotAllowedError("It is read by the offices that it was made for, and nobody else. Write a document of your own for others."));

    public static ActRefusedException Invalid(string message, params IReadOnlyList<string> path) =>
        new(new InvalidInputError(message, path));

    public static ActRefusedException Transition<TStatus>(string act, TStatus status, params IReadOnlyList<TStatus> allowedFrom)
        where TStatus : struct, Enum
    {
        var allowed = allowedFrom.Select(EnumText.Of).ToArray();
        return new(new InvalidTransitionError(
            $"{act} is not possible in the state {EnumText.Of(status)}, only in {string.Join(", ", allowed)}.", EnumText.Of(status), allowed));
    }

    public static ActRefusedException WordsOfOthers() => new(new WordsOfOthersError(
        "What other offices wrote, answered or decided hangs on it and would be lost with it. Use withdrawDocument, so that nobody else reads it any more."));

    public static ActRefusedException RetryMismatch() =>
        new(new RetryMismatchError("This clientMutationId was already used for another act or input. Use a new one."));
}
