using Microsoft.AspNetCore.Http;

namespace R2P.Schema.Endpoints;

/// <summary>So many at a time, and no queue: whoever finds no room is told to come back.</summary>
/// <param name="most">How many.</param>
/// <param name="code">The code of the refusal.</param>
/// <param name="what">What they are, for the message.</param>
internal sealed class EndpointRoom(int most, string code, string what)
{
    private int _inside;

    /// <summary>Does the work if there is room.</summary>
    /// <exception cref="EndpointException">There is none.</exception>
    public async Task RunAsync(Func<Task> work)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > most)
            {
                throw new EndpointException(StatusCodes.Status503ServiceUnavailable, code, $"At most {most} {what} run at a time: try again later.");
            }

            await work();
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
