using R2P.GraphQL.Errors;

namespace R2P.Schema.Sharing;

/// <summary>How much of a plain list is asked for at once.</summary>
internal static class ListBounds
{
    /// <summary>The most that such a list answers, if it says nothing else.</summary>
    public const int Most = 200;

    /// <summary>Refuses what is none, or too much.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT.</exception>
    public static void Check(int first, int most = Most)
    {
        if (first < 1 || first > most)
        {
            throw new GraphQLException($"Argument \"first\" must be from 1 to {most}, but is {first}.", ErrorCodes.BadUserInput);
        }
    }
}
