using System.Globalization;
using BenchmarkDotNet.Reports;
using R2P.Bench.Engine.Execution;

namespace R2P.Bench.Engine;

/// <summary>The figures of executions, for each leaf field and beside the hand-written loop of the same run; as Markdown.</summary>
internal static class FieldTable
{
    public static void Write(TextWriter output, Summary summary)
    {
        output.WriteLine("| objects with | ours ms | by hand ms | ours / by hand | ours ns per leaf field | by hand | garbage, bytes per leaf field |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var shape in summary.Reports.Where(report => report.Success).GroupBy(report => report.BenchmarkCase.Parameters["Shape"]))
        {
            var ours = Of(shape, nameof(ExecutionBenchmarks.Ours));
            var byHand = Of(shape, nameof(ExecutionBenchmarks.ByHand));
            var (mean, mark) = (ours.ResultStatistics!.Mean, byHand.ResultStatistics!.Mean);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {shape.Key} | {mean / 1e6:N2} | {mark / 1e6:N2} | {mean / mark:N2} | {mean / Grid.Leaves:N1} | {mark / Grid.Leaves:N1} | "
                + $"{(double)ours.GcStats.GetBytesAllocatedPerOperation(ours.BenchmarkCase)! / Grid.Leaves:N2} |"));
        }

        output.WriteLine();
    }

    private static BenchmarkReport Of(IEnumerable<BenchmarkReport> reports, string method) =>
        reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
