namespace R2P.Api.Tests.Running;

/// <summary>
/// A clock that runs ahead for the service and all that it starts, PostgreSQL too: libfaketime, loaded before anything else. What only time brings about
/// (a share that expires, a practice that nobody confirmed again) is seen without a seam in the service.
/// </summary>
internal sealed class MovedClock(TimeSpan ahead) : TimeProvider
{
    private static readonly Lazy<string> Library = new(
        () => Directory.EnumerateDirectories("/usr/lib").Append("/usr/local/lib")
            .Select(directory => Path.Combine(directory, "faketime", "libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("libfaketime is missing. infra/test installs it; Debian's package is \"faketime\"."));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>Makes a process that is about to start live by this clock. Waiting goes on at its pace: the monotonic clock stays.</summary>
    public void Set(IDictionary<string, string?> environment)
    {
        if (ahead != TimeSpan.Zero)
        {
            environment["LD_PRELOAD"] = Library.Value;
            environment["FAKETIME"] = FormattableString.Invariant($"+{(long)ahead.TotalSeconds}s");
            environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

            // The library's remedy for C libraries of old makes every wait on the monotonic clock end at once: the runtime's threads would spin.
            environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        }
    }
}
