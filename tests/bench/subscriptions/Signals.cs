using System.Runtime.InteropServices;

namespace R2P.Bench.Subscriptions;

/// <summary>Puts a process to sleep, so that it takes nothing from what is measured, and wakes it.</summary>
internal static partial class Signals
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    public static void Stop(int process) => Send(process, SigStop);

    public static void Continue(int process) => Send(process, SigCont);

    private static void Send(int process, int signal)
    {
        if (kill(process, signal) != 0)
        {
            throw new InvalidOperationException($"kill failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
