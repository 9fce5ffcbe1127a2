using System.Diagnostics.Metrics;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Telemetry;

/// <summary>The engine's metrics. Their attributes are few by design: operation types and codes, never names that clients choose.</summary>
internal static class Figures
{
    private static readonly Meter Meter = new(TelemetryOptions.Name);

    private static readonly Counter<long> LimitRefusals = Meter.CreateCounter<long>(
        "graphql.server.limit_refusals", "{request}", "Requests that a limit refused, by its code.");

    private static readonly Counter<long> PlanLookups = Meter.CreateCounter<long>(
        "graphql.server.plan_cache.lookups", "{lookup}", "Documents that were asked for, by whether their plan was there.");

    private static long _activeSubscriptions;

    static Figures() => Meter.CreateObservableUpDownCounter(
        "graphql.server.active_subscriptions",
        static () => Volatile.Read(ref _activeSubscriptions),
        "{subscription}",
        "Subscriptions whose clients are being served.");

    /// <summary>From a request's document to its response, or to the start of its stream.</summary>
    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram(
        "graphql.server.request.duration",
        "s",
        "Duration of requests, by their operation's type and their first error's code.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    public static bool AreWanted => RequestDuration.Enabled || LimitRefusals.Enabled;

    public static void CountPlanLookup(bool found)
    {
        if (PlanLookups.Enabled)
        {
            PlanLookups.Add(1, new KeyValuePair<string, object?>(Conventions.LookupResult, found ? "hit" : "miss"));
        }
    }

    /// <summary>Counts the error if it is a limit's.</summary>
    public static void CountRefusal(GraphQLError error)
    {
        if (LimitRefusals.Enabled && error.Code.EndsWith(Conventions.LimitSuffix, StringComparison.Ordinal))
        {
            LimitRefusals.Add(1, new KeyValuePair<string, object?>(Conventions.ErrorType, error.Code));
        }
    }

    /// <summary>Counts a subscription until what is returned is disposed.</summary>
    public static ActiveSubscription EnterSubscription()
    {
        Interlocked.Increment(ref _activeSubscriptions);
        return default;
    }

    /// <summary>A subscription that is being served.</summary>
    internal readonly struct ActiveSubscription : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref _activeSubscriptions);
    }
}
