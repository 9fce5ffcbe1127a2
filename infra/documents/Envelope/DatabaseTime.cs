namespace R2P.Documents;

/// <summary>
/// Times as the database keeps them: UTC, whole microseconds. A time of .NET has ten ticks to the microsecond, and one
/// that is compared with its stored self must have lost them first.
/// </summary>
public static class DatabaseTime
{
    /// <summary>The present, ready to be stored.</summary>
    public static DateTimeOffset GetDatabaseNow(this TimeProvider time) => Truncate(time.GetUtcNow());

    /// <summary>The same time as it will come back from the database.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
