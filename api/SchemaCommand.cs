using R2P.GraphQL.Types;
using R2P.GraphQL.Types.Diff;

namespace R2P.Api;

/// <summary>
/// <c>schema print</c>: prints the contract that this build serves. <c>schema diff OLD [NEW]</c>: tells what has changed between two contracts, and
/// ends with 0 when nothing breaks, 1 when something does, 2 when it can't be told.
/// </summary>
internal static class SchemaCommand
{
    private const int Broken = 1;
    private const int NoAnswer = 2;

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["print"]:
                Console.Write(SchemaPrinter.Print(ServedSchema.Build()));
                return 0;
            case ["diff", var old]:
                return Diff(() => SchemaFile.Read(old), ServedSchema.Build);
            case ["diff", var old, var @new]:
                return Diff(() => SchemaFile.Read(old), () => SchemaFile.Read(@new));
            default:
                Console.Error.WriteLine("Usage: schema print | schema diff OLD.graphql [NEW.graphql]");
                return NoAnswer;
        }
    }

    private static int Diff(Func<GraphQLSchema> old, Func<GraphQLSchema> @new)
    {
        try
        {
            return Tell(SchemaDiff.Find(old(), @new()));
        }
        catch (SchemaFileException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return NoAnswer;
        }
    }

    private static int Tell(IReadOnlyList<SchemaChange> changes)
    {
        foreach (var change in changes)
        {
            Console.WriteLine($"{change.Severity.ToString().ToUpperInvariant(),-9} {change.Message}");
        }

        var counts = Enum.GetValues<ChangeSeverity>()
            .Select(severity => $"{changes.Count(change => change.Severity == severity)} {severity.ToString().ToLowerInvariant()}");
        Console.WriteLine(changes.Count == 0 ? "No changes." : $"Changes: {string.Join(", ", counts)}.");
        return changes.Any(change => change.Severity == ChangeSeverity.Breaking) ? Broken : 0;
    }
}
