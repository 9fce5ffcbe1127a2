using BenchmarkDotNet.Running;
using R2P.Bench.Engine;
using R2P.Bench.Engine.Documents;
using R2P.Bench.Engine.Execution;

var smoke = args is ["--smoke"];
if (args is not [] && !smoke)
{
    await Console.Error.WriteLineAsync("Usage: run [--smoke]");
    return 2;
}

var config = new EngineConfig(smoke);
var documents = BenchmarkRunner.Run<DocumentBenchmarks>(config);
var execution = BenchmarkRunner.Run<ExecutionBenchmarks>(config);
DocumentTable.Write(Console.Out, documents);
FieldTable.Write(Console.Out, execution);
Directory.Delete(config.ArtifactsPath, recursive: true);
return documents.Reports.Concat(execution.Reports).All(report => report.Success) ? 0 : 1;
