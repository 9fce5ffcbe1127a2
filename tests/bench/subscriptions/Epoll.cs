using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace R2P.Bench.Subscriptions;

/// <summary>
/// Linux's own way to wait for many sockets on one thread: the client shares the machine with the service, so it may cost next to nothing.
/// </summary>
internal sealed partial class Epoll : IDisposable
{
    private const int Add = 1;
    private const uint Readable = 1;

    private readonly int _handle = epoll_create1(0);
    private readonly Event[] _events = new Event[256];

    public void Watch(Socket socket, int tag)
    {
        var wanted = new Event { Events = Readable, Tag = tag };
        if (epoll_ctl(_handle, Add, (int)socket.SafeHandle.DangerousGetHandle(), ref wanted) != 0)
        {
            throw new InvalidOperationException($"epoll_ctl failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>Calls back for each socket from which something can be read.</summary>
    public void Wait(int milliseconds, Action<int> ready)
    {
        var count = epoll_wait(_handle, _events, _events.Length, milliseconds);
        for (var i = 0; i < count; i++)
        {
            ready((int)_events[i].Tag);
        }
    }

    public void Dispose() => _ = close(_handle);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_ctl(int epoll, int operation, int file, ref Event wanted);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int epoll_wait(int epoll, [Out] Event[] events, int size, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int file);

    /// <summary><c>struct epoll_event</c>, which x86-64 packs.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Event
    {
        public uint Events;
        public long Tag;
    }
}
