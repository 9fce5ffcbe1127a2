using System.Globalization;
using BenchmarkDotNet.Reports;

namespace R2P.Bench.Engine;

/// <summary>The figures of documents, as Markdown.</summary>
internal static class DocumentTable
{
    public static void Write(TextWriter output, Summary summary)
    {
        output.WriteLine("| document | step | µs | KB allocated |");
        output.WriteLine("|---|---|---:|---:|");
        foreach (var report in summary.Reports.Where(report => report.Success))
        {
            var benchmark = report.BenchmarkCase;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {benchmark.Parameters["Query"]} | {benchmark.Descriptor.WorkloadMethod.Name} | {report.ResultStatistics!.Mean / 1000:N1} | "
                + $"{report.GcStats.GetBytesAllocatedPerOperation(benchmark) / 1024d:N1} |"));
        }

        output.WriteLine();
    }
}
