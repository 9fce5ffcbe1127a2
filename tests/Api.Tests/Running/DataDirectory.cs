using System.Diagnostics;
using System.Globalization;

namespace R2P.Api.Tests.Running;

/// <summary>A data directory of a service under test; gone at the end, with whatever still runs on it.</summary>
public sealed class DataDirectory : IDisposable
{
    public string Path { get; } = Directory
        .CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"r2p-api-tests-{Guid.CreateVersion7():N}")).FullName;

    /// <summary>Where the embedded database keeps its files.</summary>
    public string Cluster => System.IO.Path.Combine(Path, "postgres", "cluster");

    /// <summary>Another directory with the same files and the same owners. No service runs on this one.</summary>
    public async Task<DataDirectory> CopyAsync()
    {
        var copy = new DataDirectory();
        using var cp = Process.Start("cp", ["-a", $"{Path}/.", copy.Path]);
        await cp.WaitForExitAsync();
        return cp.ExitCode == 0 ? copy : throw new InvalidOperationException($"{Path} could not be copied.");
    }

    /// <summary>The database server that has the directory open; null when none does.</summary>
    public int? ServerProcess()
    {
        var file = System.IO.Path.Combine(Cluster, "postmaster.pid");
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    public void Dispose()
    {
        if (ServerProcess() is { } leftOver && Processes.IsRunning(leftOver))
        {
            Processes.Signal(leftOver, "INT");
            Processes.WaitForEnd(leftOver, TimeSpan.FromSeconds(20));
        }

        Directory.Delete(Path, recursive: true);
    }
}

/// <summary>What .NET's own <see cref="Process"/> has no word for.</summary>
internal static class Processes
{
    /// <summary>Whether a process still does anything: one that has ended and that nobody has asked about (a zombie) does not.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{id}/stat");
            return status[(status.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Signal(int id, string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {id}"]);
        kill.WaitForExit();
    }

    public static void WaitForEnd(int id, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (IsRunning(id) && Stopwatch.GetElapsedTime(started) < patience)
        {
            Thread.Sleep(50);
        }
    }
}
