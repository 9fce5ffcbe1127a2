using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace R2P.GraphQL.AspNetCore.Sse;

/// <summary>
/// All reservations of this process, a bounded number for each caller and overall. They are not shared between processes: a proxy before several
/// sends a client's requests to the same one.
/// </summary>
internal sealed class Reservations(
    IOptions<GraphQLTransportOptions> options, TransportFailures failures, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Reservation> _reservations = new(StringComparer.Ordinal);
    private readonly Dictionary<StreamOwner, int> _counts = [];
    private readonly Lock _counting = new();
    private int _count;

    /// <summary>Reserves a stream for the caller.</summary>
    /// <exception cref="TransportException">There are too many.</exception>
    public Reservation Make(HttpContext context)
    {
        var owner = StreamOwner.Of(context.User);
        var countedAs = owner.CountedAs(context);
        Count(countedAs);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var reservation = new Reservation(token, owner, options.Value, failures, time);
        _reservations[token] = reservation;
        _ = ForgetAtEndAsync(reservation, countedAs);
        reservation.Life.EndWithHost(lifetime.ApplicationStopping);
        reservation.Life.EndWithTokenOf(context.User);
        return reservation;
    }

    public Reservation? Find(string token) => _reservations.GetValueOrDefault(token);

    private async Task ForgetAtEndAsync(Reservation reservation, StreamOwner countedAs)
    {
        await reservation.Life.Ending;
        _reservations.TryRemove(reservation.Token, out _);
        reservation.Dispose();
        await reservation.WhenStoppedAsync();
        Uncount(countedAs);
    }

    private void Count(StreamOwner owner)
    {
        var limits = options.Value;
        lock (_counting)
        {
            if (_count >= limits.MaxEventStreams)
            {
                throw TransportErrors.TooManyStreams(limits.MaxEventStreams);
            }

            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, owner, out _);
            if (own >= limits.MaxEventStreamsPerCaller)
            {
                throw TransportErrors.TooManyStreamsOfCaller(limits.MaxEventStreamsPerCaller);
            }

            own++;
            _count++;
        }
    }

    private void Uncount(StreamOwner owner)
    {
        lock (_counting)
        {
            _count--;
            if (--_counts[owner] == 0)
            {
                _counts.Remove(owner);
            }
        }
    }
}
