using System.Diagnostics;

namespace R2P.Bench.Subscriptions;

/// <summary>Which events each persona must hear, in order, as the database says who may see a document.</summary>
internal sealed class Expectations
{
    private readonly Settings _settings;
    private readonly Dictionary<string, int[]> _byPersona;

    public Expectations(Settings settings, IReadOnlyList<Topic> topics)
    {
        _settings = settings;
        _byPersona = topics.SelectMany(topic => topic.Personas).Distinct(StringComparer.Ordinal).ToDictionary(
            persona => persona,
            persona => Enumerable.Range(0, settings.Events).Where(number => topics[number % topics.Count].Personas.Contains(persona)).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Whether as many have come as must.</summary>
    public bool AreIn(Subscriber[] subscribers) => subscribers.All(subscriber => subscriber.Received.Count >= Of(subscriber).Length);

    /// <summary>Compares what has come with what had to; the latencies are those of the measured seconds.</summary>
    public Deliveries Compare(Subscriber[] subscribers, long[] commits)
    {
        var result = new Deliveries();
        foreach (var subscriber in subscribers)
        {
            var wanted = Of(subscriber);
            var got = subscriber.Received.ConvertAll(message => message.Number);
            result.Wanted += wanted.Length;
            result.Received += got.Count;
            result.Lost += wanted.Except(got).Count();
            result.Unwanted += got.Except(wanted).Count();
            result.OutOfOrder += got.SequenceEqual(got.Order().Distinct()) ? 0 : 1;
            result.Closed += subscriber.Closed is null ? 0 : 1;
            result.Milliseconds.AddRange(subscriber.Received
                .Where(message => message.Number >= _settings.FirstMeasured)
                .Select(message => Stopwatch.GetElapsedTime(commits[message.Number], message.At).TotalMilliseconds));
        }

        result.Milliseconds.Sort();
        return result;
    }

    private int[] Of(Subscriber subscriber) => _byPersona.GetValueOrDefault(subscriber.Persona, []);
}

/// <summary>What came of what had to come.</summary>
internal sealed class Deliveries
{
    public int Wanted { get; set; }

    public int Received { get; set; }

    public int Lost { get; set; }

    /// <summary>Told to somebody who may not see it.</summary>
    public int Unwanted { get; set; }

    /// <summary>Sockets on which an event came twice, or before an earlier one.</summary>
    public int OutOfOrder { get; set; }

    public int Closed { get; set; }

    /// <summary>From the commit to the receipt, ascending.</summary>
    public List<double> Milliseconds { get; } = [];

    public bool AreRight => (Lost, Unwanted, OutOfOrder, Closed) == (0, 0, 0, 0);

    public double Percentile(double share) => Milliseconds.Count == 0 ? double.NaN : Milliseconds[(int)((Milliseconds.Count - 1) * share)];
}
