using System.Runtime.InteropServices;

namespace R2P.Api.Hosting;

/// <summary>The heap of what is not managed: above all, what the runtime needs to compile code.</summary>
internal static class NativeHeap
{
    private const int MaxArenas = -8; // M_ARENA_MAX of glibc's malloc.h

    /// <summary>
    /// glibc gives each thread a heap of its own, and keeps what was freed there. Few threads of the service allocate there at once: one heap serves
    /// them as fast, and holds less. Other systems' allocators share theirs anyway.
    /// </summary>
    public static void Share()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetOption(MaxArenas, 1);
        }
        catch (Exception unknown) when (unknown is EntryPointNotFoundException or DllNotFoundException)
        {
            // Linux without glibc.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
