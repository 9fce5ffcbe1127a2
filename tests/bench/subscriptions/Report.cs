using System.Globalization;

namespace R2P.Bench.Subscriptions;

/// <summary>The figures as a table.</summary>
internal static class Report
{
    public static void Print(Settings settings, Measured ours, Measured hand)
    {
        Console.WriteLine($"{settings.Sockets} sockets, {settings.Rate} events a second, {settings.Seconds} s after {settings.WarmUp} s of warm-up\n");
        Row("", "ours", "by hand", "ours / by hand", "to reach");
        Row("---", "---:", "---:", "---:", "---:");
        Checked("messages delivered of those due", ours, hand, d => $"{d.Received} of {d.Wanted}", "all");
        Checked("lost; told to who may not see; out of order; closed", ours, hand, d => $"{d.Lost}; {d.Unwanted}; {d.OutOfOrder}; {d.Closed}", "0; 0; 0; 0");
        Row("messages a second", $"{ours.MessagesPerSecond:0}", $"{hand.MessagesPerSecond:0}", "", "");
        Row("bytes of a message", $"{ours.BytesOfMessage}", $"{hand.BytesOfMessage}", "", "");
        Compared("from commit to receipt, ms: p50", "0.0", ours, hand, one => one.Deliveries.Percentile(0.5), "");
        Compared("p99", "0.0", ours, hand, one => one.Deliveries.Percentile(0.99), "≤ 25; 2.27 times");
        Compared("most", "0.0", ours, hand, one => one.Deliveries.Percentile(1), "");
        Compared("CPU of the server, cores", "0.00", ours, hand, one => one.Use.Cores, "≤ 0.60; 1.28 times");
        Compared("CPU a message, µs", "0.0", ours, hand, one => one.MicrosecondsPerMessage, "");
        Compared("CPU of PostgreSQL, cores", "0.00", ours, hand, one => one.Use.DatabaseCores, "");
        Compared("resident memory, MB: sockets open", "0", ours, hand, one => one.Use.Idle.ResidentMegabytes, "");
        Compared("after", "0", ours, hand, one => one.Use.After.ResidentMegabytes, "≤ 150; 1.63 times");
        Compared("peak", "0", ours, hand, one => one.Use.After.PeakMegabytes, "");
        foreach (var persona in ours.Subscribers.GroupBy(subscriber => subscriber.Persona, StringComparer.Ordinal))
        {
            Row($"{persona.Key}: sockets, messages", $"{persona.Count()}, {persona.Sum(subscriber => subscriber.Received.Count)}", "", "", "");
        }

        foreach (var closed in ours.Subscribers.Concat(hand.Subscribers).Where(subscriber => subscriber.Closed is not null).Take(1))
        {
            Console.WriteLine($"{closed.Persona}: {closed.Closed}");
        }
    }

    private static void Checked(string what, Measured ours, Measured hand, Func<Deliveries, string> text, string target) =>
        Row(what, text(ours.Deliveries), text(hand.Deliveries), "", target);

    private static void Compared(string what, string format, Measured ours, Measured hand, Func<Measured, double> figure, string target) => Row(
        what, Text(figure(ours), format), Text(figure(hand), format), Text(figure(ours) / figure(hand), "0.00"), target);

    private static string Text(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);

    private static void Row(params ReadOnlySpan<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
