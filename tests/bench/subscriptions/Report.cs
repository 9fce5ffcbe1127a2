using System.Globalization;

namespace R2P.Bench.Subscriptions;

/// <summary>The figures as a table.</summary>
internal static class Report
{
    public static void Print(Settings settings, Use use, Deliveries deliveries, Subscriber[] subscribers)
    {
        var perSecond = deliveries.Milliseconds.Count / (double)settings.Seconds;
        Row("", "measured", "target");
        Row("---", "---", "---");
        Row("sockets, events a second, seconds", $"{settings.Sockets}, {settings.Rate}, {settings.Seconds}", "1000, 50, 10");
        Row("messages delivered of those due", $"{deliveries.Received} of {deliveries.Wanted}", "all");
        Row("lost; told to who may not see; out of order; closed",
            $"{deliveries.Lost}; {deliveries.Unwanted}; {deliveries.OutOfOrder}; {deliveries.Closed}", "0; 0; 0; 0");
        Row("messages a second", $"{perSecond:0}", "");
        Row("from commit to receipt, ms: p50, p99, max",
            $"{deliveries.Percentile(0.5):0.0}, {deliveries.Percentile(0.99):0.0}, {deliveries.Percentile(1):0.0}", "p99 ≤ 25");
        Row("CPU of the service, cores", $"{use.Cores:0.00}", "≤ 0.60");
        Row("CPU per message, µs", $"{use.Cores * 1e6 / perSecond:0.0}", "");
        Row("resident memory, MB: sockets open, after, peak",
            $"{use.Idle.ResidentMegabytes:0}, {use.After.ResidentMegabytes:0}, {use.After.PeakMegabytes:0}", "≤ 150");
        Row("bytes of a message", $"{subscribers.Sum(s => s.Bytes) / Math.Max(1, deliveries.Received)}", "");
        foreach (var persona in subscribers.GroupBy(subscriber => subscriber.Persona, StringComparer.Ordinal))
        {
            Row($"{persona.Key}: sockets, messages", $"{persona.Count()}, {persona.Sum(subscriber => subscriber.Received.Count)}", "");
        }

        if (subscribers.FirstOrDefault(subscriber => subscriber.Closed is not null) is { } closed)
        {
            Console.WriteLine($"{closed.Persona}: {closed.Closed}");
        }
    }

    private static void Row(string what, FormattableString measured, string target) => Row(what, measured.ToString(CultureInfo.InvariantCulture), target);

    private static void Row(string what, string measured, string target) => Console.WriteLine($"| {what} | {measured} | {target} |");
}
