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
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return new ProcessFigures(ticks / TicksPerSecond, Megabytes(process, "VmRSS:"), Megabytes(process, "VmHWM:"));
    }

    private static double Megabytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
