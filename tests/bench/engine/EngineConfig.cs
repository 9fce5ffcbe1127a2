using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace R2P.Bench.Engine;

/// <summary>
/// In this process, so that one command is enough and nothing is built a second time; no files are left. What goes wrong is shown, the rest is for
/// the tables at the end.
/// </summary>
internal sealed class EngineConfig : ManualConfig
{
    public EngineConfig(bool smoke)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
        AddJob(smoke ? job.WithWarmupCount(1).WithIterationCount(2) : job);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(new ProblemLogger());
        ArtifactsPath = Path.Combine(Path.GetTempPath(), "r2p-bench-engine");
        Options = ConfigOptions.DisableLogFile;
    }

    /// <summary>Standard error, for errors alone.</summary>
    private sealed class ProblemLogger : ILogger
    {
        public string Id => nameof(ProblemLogger);

        public int Priority => 0;

        public void Write(LogKind logKind, string text)
        {
            if (logKind == LogKind.Error)
            {
                Console.Error.Write(text);
            }
        }

        public void WriteLine()
        {
        }

        public void WriteLine(LogKind logKind, string text) => Write(logKind, text + Environment.NewLine);

        public void Flush()
        {
        }
    }
}
