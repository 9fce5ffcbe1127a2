using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace R2P.Schema.Transfer;

/// <summary>The lines of an import, each within a bound: no line is held that no draft could be made of.</summary>
internal static class ImportLines
{
    /// <summary>Reads line by line; null for one that is too long.</summary>
    /// <remarks>What is no UTF-8 comes as U+FFFD, and stays visible in the draft.</remarks>
    public static async IAsyncEnumerable<string?> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            for (var isWhole = false; !isWhole;)
            {
                var read = await pipe.ReadAsync(cancellation);
                var rest = read.Buffer;
                while (Cut(ref rest, read.IsCompleted) is { } line)
                {
                    yield return line.Length > ImportFormats.MaxBytes ? null : Encoding.UTF8.GetString(line).Trim('\uFEFF', '\r');
                }

                if (rest.Length > ImportFormats.MaxBytes)
                {
                    yield return null;
                    yield break;
                }

                pipe.AdvanceTo(rest.Start, rest.End);
                isWhole = read.IsCompleted;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    /// <summary>The next whole line, without its end; at the end of the body, what is left.</summary>
    private static ReadOnlySequence<byte>? Cut(ref ReadOnlySequence<byte> rest, bool isLast)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            var line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return line;
        }

        if (!isLast || rest.IsEmpty)
        {
            return null;
        }

        var last = rest;
        rest = rest.Slice(rest.End);
        return last;
    }
}
