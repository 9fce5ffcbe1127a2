using Npgsql;

namespace R2P.Documents;

/// <summary>What else is wanted of each new event: it is read in the round trip in which the log finds them, before anybody follows them.</summary>
public interface IEventCompanion
{
    /// <summary>What is asked of the events behind a position; null as long as nobody wants it.</summary>
    /// <param name="after">The position of the last event that was found before.</param>
    /// <param name="max">The largest number of events that are found.</param>
    CompanionQuestion? Ask(long after, int max);
}

/// <summary>A statement that goes with the log's, and sees what the log's sees or more.</summary>
/// <param name="Statement">The statement; its plan is kept.</param>
/// <param name="ReadAsync">Reads what it found about these events.</param>
public sealed record CompanionQuestion(
    NpgsqlBatchCommand Statement, Func<NpgsqlDataReader, IReadOnlyList<EventHeader>, CancellationToken, Task> ReadAsync);
