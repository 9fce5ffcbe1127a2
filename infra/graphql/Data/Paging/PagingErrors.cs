using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Data;

/// <summary>What can be wrong with the arguments of a connection.</summary>
internal static class PagingErrors
{
    public static GraphQLException OutOfRange(string argument, int value, int max) =>
        Bad($"Argument \"{argument}\" must be between 0 and {max}, but is {value}.");

    public static GraphQLException BothDirections() =>
        Bad("Arguments \"first\" and \"last\" exclude each other: give one of them.");

    public static GraphQLException NotACursor(string argument) =>
        Bad($"Argument \"{argument}\" is not a cursor of this connection.");

    public static GraphQLException CursorOfAnotherOrder(string argument) =>
        Bad($"Argument \"{argument}\" is a cursor of another order: start again from the first page when \"order\" changes.");

    private static GraphQLException Bad(string message) => new(message, ErrorCodes.BadUserInput);
}
