using System.Globalization;
using R2P.GraphQL.Errors;

namespace R2P.GraphQL.Judge.Workshop;

[QueryType]
public static class WorkshopQueries
{
    /// <summary>All parts, in the order of the shelf.</summary>
    public static IReadOnlyList<IPart> Parts(PartKind? kind, int first = 3) =>
        [.. Shelf.Parts.Where(part => kind is null || part.Kind == kind).Take(first)];

    public static async Task<IPart?> PartAsync(PartKey key)
    {
        await Task.Yield();
        return Shelf.Parts.FirstOrDefault(part =>
            part.Name == key.Name || (part is Screw { Length: var length } && (length == key.Length || key.Line?.Sizes.Contains(length) is true)));
    }

    public static IReadOnlyList<IFinding?> Search([DefaultValue("a")] string text) =>
        [.. Shelf.Parts.OfType<IFinding>().Append(Shelf.Joiner).Select(found => ((INamed)found).Name.Contains(text, StringComparison.Ordinal) ? found : null)];

    public static INamed Boss() => Shelf.Joiner;

    /// <summary>The parts as they are taken from the shelf, which breaks when too many are.</summary>
    public static async IAsyncEnumerable<IPart> Unload(int first = 2)
    {
        foreach (var part in Shelf.Parts.Take(first))
        {
            await Task.Yield();
            yield return part;
        }

        if (first > Shelf.Parts.Length)
        {
            throw new GraphQLException("The shelf broke.", "BROKEN");
        }
    }

    public static Board Table() => Shelf.Board;

    /// <summary>The order as it was understood.</summary>
    public static string Understood(Order order) => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.What}|{order.Kind}|{order.Pieces}|{order.Budget > 1.5}|{Told(order.Note)}|{LinesOf(order)}|{Told(order.Instead)}");

    private static string Told(Optional<string?> note) => note.HasValue ? note.Value ?? "null" : "absent";

    private static string LinesOf(Order order) => order.Lines is null ? "none" : string.Join(';', order.Lines.Select(Told));

    private static string Told(OrderLine line) => $"{string.Join('+', line.Sizes)}:{(line.Sanded ? "sanded" : "raw")}";

    private static string Told(PartKey? key) => key switch
    {
        null => "",
        { Name: { } name } => name,
        { Length: { } length } => length.ToString(CultureInfo.InvariantCulture),
        _ => Told(key.Line!),
    };
}

[MutationType]
public static class WorkshopMutations
{
    public static Screw Turn(string name, int by = 1) => Shelf.Screws.FirstOrDefault(screw => screw.Name == name) is { } found
        ? found with { Length = found.Length + by }
        : throw new GraphQLException($"There is no screw \"{name}\".", "NOT_FOUND");
}

[SubscriptionType]
public static class WorkshopEvents
{
    public static async IAsyncEnumerable<IPart> Taken(int times = 2)
    {
        for (var i = 0; i < Math.Min(times, 3); i++)
        {
            await Task.Yield();
            yield return Shelf.Parts[i % Shelf.Parts.Length];
        }
    }
}

[ObjectType<Screw>]
public static class ScrewFields
{
    /// <summary>The screws that are shorter.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Screw>>> GetShorterAsync([Parents] IReadOnlyList<Screw> screws)
    {
        await Task.Yield();
        return [.. screws.Select(screw => Shelf.Screws.Where(other => other.Length < screw.Length).ToList())];
    }

    [KeptBy("Ada", Since = 2)]
    public static string? Label([Parent] Screw screw, IReadOnlyList<WrappedDirective> wrapped, string mark = "#") => screw.Pitch is null
        ? throw new GraphQLException($"\"{screw.Name}\" has no pitch.", "NOT_FOUND")
        : wrapped.Aggregate(screw.Name + mark, (label, one) =>
            $"{one.Open}{one.Kind}{label}{string.Join('+', one.Sizes ?? [])}{one.Close ?? "none"}");
}

[InterfaceType<IPart>]
public static class PartFields
{
    /// <summary>The lengths that can be cut of it.</summary>
    public static async IAsyncEnumerable<int> LengthsAsync([Parent] IPart part)
    {
        await Task.Yield();
        for (var length = 1; length <= part.Name.Length; length *= 2)
        {
            yield return length;
        }
    }

    public static IReadOnlyList<int> GetRank([Parents] IReadOnlyList<IPart> parts) => [.. parts.Select(part => Array.IndexOf(Shelf.Parts, part))];
}
