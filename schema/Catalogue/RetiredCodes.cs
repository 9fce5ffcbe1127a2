using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using R2P.Documents;
using R2P.Schema.Acts;

namespace R2P.Schema.Catalogue;

/// <summary>
/// Keeps entries that were retired out of new content. What an act works on keeps the codes that it had: a document that is revised, and one that a
/// successor is begun from.
/// </summary>
public sealed class RetiredCodes(Catalogue catalogue)
{
    /// <summary>Looks at all that an act is about to save.</summary>
    /// <exception cref="ActRefusedException">INVALID_INPUT, with the place of each retired code that was not there before.</exception>
    public Task CheckAsync(DocumentContext documents, CancellationToken cancellation) =>
        catalogue.HasRetired ? CheckAsync(documents, documents.ChangeTracker.Entries(), cancellation) : Task.CompletedTask;

    /// <summary>Looks at one document.</summary>
    /// <inheritdoc cref="CheckAsync(DocumentContext, CancellationToken)"/>
    public Task CheckAsync(DocumentContext documents, DocumentEnvelope document, CancellationToken cancellation) =>
        catalogue.HasRetired ? CheckAsync(documents, [documents.Entry(document)], cancellation) : Task.CompletedTask;

    private async Task CheckAsync(DocumentContext documents, IEnumerable<EntityEntry> changed, CancellationToken cancellation)
    {
        var uses = changed
            .Where(entry => entry is { Entity: DocumentEnvelope, State: EntityState.Added or EntityState.Modified })
            .SelectMany(StoredCodes.Of)
            .Where(use => catalogue.IsRetired(use.Code))
            .ToArray();
        if (uses.Length == 0)
        {
            return;
        }

        var kept = await KeptAsync(documents, [.. uses.Select(use => use.Code).Distinct()], cancellation);
        var check = new InputCheck();
        foreach (var (path, code) in uses.Where(use => !kept.Contains(use.Code)))
        {
            check.Add(Message(code), path);
        }

        check.ThrowIfAny();
    }

    private string Message(string code) => catalogue.SuccessorOf(code) is { } successor
        ? $"\"{code}\" was retired: take \"{successor.Code}\" ({successor.Name}) instead."
        : $"\"{code}\" was retired. The catalogue lists the codes that can be taken.";

    /// <summary>Those of the codes that stand in the rows that the act has before it, as the database holds them.</summary>
    private static async Task<HashSet<string>> KeptAsync(DocumentContext documents, string[] codes, CancellationToken cancellation)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in documents.ChangeTracker.Entries<DocumentEnvelope>()
            .Where(entry => entry.State is EntityState.Modified or EntityState.Unchanged)
            .GroupBy(entry => entry.Metadata.GetTableName()!, entry => entry.Entity.Id))
        {
            kept.UnionWith(await HeldIn(documents, table.Key, [.. table], codes).ToListAsync(cancellation));
        }

        return kept;
    }

    // A table's name can't be a parameter; it comes from the mapping, never from a request.
    private static IQueryable<string> HeldIn(DocumentContext documents, string table, Guid[] ids, string[] codes) =>
        documents.Database.SqlQuery<string>(FormattableStringFactory.Create(
            $$"""
            select known.code as "Value"
            from unnest({1}) known (code)
            where exists (
                select from r2p.{{table}} d
                where d.id = any({0}) and jsonb_path_exists(to_jsonb(d), 'strict $.** ? (@ == $code)', jsonb_build_object('code', known.code)))
            """,
            ids,
            codes));
}

/// <summary>The texts of a row that could be codes, each with its place as inputs have it.</summary>
internal static class StoredCodes
{
    private const string Body = "Body";

    public static IEnumerable<(string[] Path, string Code)> Of(EntityEntry row)
    {
        var found = new List<(string[], string)>();
        foreach (var column in row.Properties.Where(column => column.CurrentValue is string or string[]))
        {
            Collect([NameOf(column.Metadata.Name)], StoredJson.Write(column.CurrentValue), found);
        }

        foreach (var (name, value) in row.ComplexProperties.Select(part => (part.Metadata.Name, part.CurrentValue))
            .Concat(row.ComplexCollections.Select(list => (list.Metadata.Name, (object?)list.CurrentValue))))
        {
            Collect(name == Body ? [] : [NameOf(name)], StoredJson.Write(value), found);
        }

        return found;
    }

    private static void Collect(string[] path, JsonElement value, List<(string[], string)> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                found.Add((path, value.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var (place, entry) in value.EnumerateArray().Index())
                {
                    Collect([.. path, $"{place}"], entry, found);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Collect([.. path, member.Name], member.Value, found);
                }

                break;
        }
    }

    private static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
