using System.Collections.Concurrent;
using System.Text.Json;

namespace R2P.GraphQL.Response;

/// <summary>A JSON writer over a pooled buffer. A few are kept for the next responses.</summary>
internal sealed class ResponseOutput
{
    private const int MaxKept = 64;
    private static readonly ConcurrentQueue<ResponseOutput> Kept = [];

    private ResponseOutput() => Writer = new Utf8JsonWriter(Buffer, ErrorResponse.WriterOptions);

    public PooledBuffer Buffer { get; } = new();

    public Utf8JsonWriter Writer { get; }

    public static ResponseOutput Rent() => Kept.TryDequeue(out var output) ? output : new ResponseOutput();

    /// <summary>Forgets what was written.</summary>
    public void Reset()
    {
        Buffer.Clear();
        Writer.Reset();
    }

    public void Return()
    {
        Reset();
        if (Kept.Count < MaxKept)
        {
            Kept.Enqueue(this);
        }
    }
}
