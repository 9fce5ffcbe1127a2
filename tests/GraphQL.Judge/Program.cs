using System.Text;
using R2P.GraphQL.Judge;
using R2P.GraphQL.Judge.Planted;

// Answers cases that come as JSON lines on standard input, each by one JSON line, in order, until the input ends.
// "--plant NAME" swaps one part of the engine for one with a known bug.
var engine = args switch
{
    [] => new Engine(),
    ["--plant", var name] => Plants.Find(name),
    _ => throw new ArgumentException("Usage: R2P.GraphQL.Judge [--plant NAME]"),
};
var judge = new CaseJudge(engine);
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
await using var output = Console.OpenStandardOutput();
while (await input.ReadLineAsync() is { } line)
{
    await output.WriteAsync(await judge.AnswerAsync(line));
    await output.FlushAsync();
}
