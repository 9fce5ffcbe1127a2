using System.Diagnostics.CodeAnalysis;
using R2P.GraphQL.Execution;

namespace R2P.GraphQL.Response;

/// <summary>Writes what comes after the first part of a response: the roots of one run, each a value of its own.</summary>
/// <param name="count">How many roots there are.</param>
/// <param name="write">Writes one; false if a leaf turned out null where it may not be.</param>
/// <param name="isFailed">Whether an error reached the root, so that it has no value.</param>
/// <param name="check">Looks at all leaves.</param>
internal sealed class PartsWriter(
    FieldErrors errors, int count, Func<DataWriter, int, bool> write, Func<int, bool> isFailed, Action<LeafCheck> check)
{
    /// <summary>
    /// The values, and the errors below them. As with a whole response, everything is written once, trusting that no leaf is an error, and a second
    /// time where one is.
    /// </summary>
    public (WrittenParts Parts, List<SettledError> Errors) Write()
    {
        var output = ResponseOutput.Rent();
        var places = new (long, long)[count];
        if (!errors.Any && TryWrite(output, places))
        {
            return (new WrittenParts(output, places), []);
        }

        output.Reset();
        using (var leaves = new LeafCheck(errors))
        {
            check(leaves);
        }

        var settled = errors.SettleByRoot();
        return WriteAll(output, places)
            ? (new WrittenParts(output, places), settled)
            : throw new InvalidOperationException("A leaf changed while the response was written.");
    }

    [SuppressMessage("Design", "CA1031", Justification = "Leaves run the resolvers' code; what they throw is found again, and placed, by the check.")]
    private bool TryWrite(ResponseOutput output, (long Start, long Length)[] places)
    {
        try
        {
            return WriteAll(output, places);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private bool WriteAll(ResponseOutput output, (long Start, long Length)[] places)
    {
        var writer = output.Writer;
        var data = new DataWriter(writer, output.Buffer);
        writer.WriteStartArray();
        var comma = 0;
        for (var i = 0; i < count; i++)
        {
            if (isFailed(i))
            {
                places[i] = default;
                continue;
            }

            var start = writer.BytesCommitted + writer.BytesPending + comma;
            if (!write(data, i))
            {
                return false;
            }

            places[i] = (start, writer.BytesCommitted + writer.BytesPending - start);
            comma = 1;
        }

        writer.WriteEndArray();
        writer.Flush();
        return true;
    }
}
