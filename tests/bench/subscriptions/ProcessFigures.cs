using System.Globalization;

namespace R2P.Bench.Subscriptions;

/// <summary>What a process has used so far, as Linux counts it.</summary>
/// <param name="CpuSeconds">User and system time.</param>
/// <param name="ResidentMegabytes">Resident memory now.</param>
/// <param name="PeakMegabytes">The most that was resident at once.</param>
internal sealed record ProcessFigures(double CpuSeconds, double ResidentMegabytes, double PeakMegabytes)
{
    private const double TicksPerSecond = 100;

    public static ProcessFigures Of(int process)
    {
        var ticks = Stat(File.ReadAllText($"/proc/{process}/stat"))[11..13].Sum(Number);
        return new ProcessFigures(ticks / TicksPerSecond, Megabytes(process, "VmRSS:"), Megabytes(process, "VmHWM:"));
    }

    /// <summary>The CPU seconds of a process with all its children, those that have ended included.</summary>
    public static double CpuSecondsWithChildren(int process)
    {
        var ticks = 0L;
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(path[^1])))
        {
            try
            {
                var stat = Stat(File.ReadAllText(Path.Combine(directory, "stat")));
                ticks += directory == $"/proc/{process}" ? stat[11..15].Sum(Number) : Number(stat[1]) == process ? stat[11..13].Sum(Number) : 0;
            }
            catch (IOException)
            {
                // It has ended since it was listed.
            }
        }

        return ticks / TicksPerSecond;
    }

    /// <summary>The fields behind the name; <c>man 5 proc_pid_stat</c> counts them from 3.</summary>
    private static string[] Stat(string line) => line[(line.LastIndexOf(')') + 2)..].Split(' ');

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    private static double Megabytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
