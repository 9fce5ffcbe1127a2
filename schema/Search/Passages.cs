using Npgsql;
using NpgsqlTypes;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Search;

/// <summary>Reads where the words of a search stand in documents.</summary>
internal static class Passages
{
    /// <summary>How many texts of a document are shown at most.</summary>
    public const int MaxOfDocument = 5;

    public static Task<ILookup<Guid, Highlight>> ReadAsync(
        ReadSession session, SearchQuery query, IEnumerable<ISharedDocument> documents, CancellationToken cancellation)
    {
        var ids = new List<Guid>();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            ids.Add(document.Id);
            kinds.Add(EnumText.Of(document.Kind));
        }

        return session.ReadAsync((connection, token) => ReadAsync(connection, query, [.. kinds], [.. ids], token), cancellation);
    }

    private static async Task<ILookup<Guid, Highlight>> ReadAsync(
        NpgsqlConnection connection, SearchQuery query, string[] kinds, Guid[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select id, pointer, fragment, is_whole from r2p.search_passages($1, $2, $3, $4)", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = kinds });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        command.Parameters.Add(new NpgsqlParameter<NpgsqlTsQuery> { TypedValue = query.Marked });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)query.AsOf?.UtcDateTime ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid Id, Highlight Highlight)>();
        while (await reader.ReadAsync(cancellation))
        {
            var text = reader.GetString(2);
            if ((reader.GetBoolean(3) ? MarkedText.Mark(text, query.Terms) : text) is { } marked)
            {
                found.Add((reader.GetGuid(0), new Highlight(PointerInto(reader.GetString(1)), MarkedText.ToHtml(marked))));
            }
        }

        return found.ToLookup(passage => passage.Id, passage => passage.Highlight);
    }

    /// <summary>From a place in the row to the place in the document as the API shows it: the body's members stand beside the columns.</summary>
    private static string PointerInto(string row)
    {
        const string body = "/body/";
        if (row.StartsWith(body, StringComparison.Ordinal))
        {
            return row[(body.Length - 1)..];
        }

        var end = row.IndexOf('/', 1);
        var column = end < 0 ? row : row[..end];
        var words = column[1..].Split('_');
        return string.Concat(["/", words[0], .. words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]), end < 0 ? "" : row[end..]]);
    }
}
