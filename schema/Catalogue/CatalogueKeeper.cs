using System.Collections.Frozen;
using Npgsql;
using R2P.Documents;

namespace R2P.Schema.Catalogue;

/// <summary>Brings this instance's catalogue up to what networks have added.</summary>
public sealed class CatalogueKeeper(DocumentStore store, Catalogue catalogue) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Reads what networks have added by now.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        // In turn: what was read later must not be replaced by what was read before.
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            catalogue.Add(await store.AskAsync(ReadAsync, cancellation));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    internal static async Task<CatalogueAdditions> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var entries = await RowsAsync(
            connection,
            "select code, list, entry::text, network, added_at, retired_at, replaced_by from r2p.catalogue_entry",
            row => new Addition(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetDateTime(4),
                row.IsDBNull(5) ? null : row.GetDateTime(5),
                row.IsDBNull(6) ? null : row.GetString(6)),
            cancellation);
        var texts = await RowsAsync(
            connection,
            "select code, language, name, description from r2p.catalogue_text order by code, lower(language)",
            row => new EntryText(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            cancellation);
        var crosswalks = await RowsAsync(
            connection, "select crosswalk::text from r2p.catalogue_crosswalk order by recorded_at, from_code, to_code", row => row.GetString(0), cancellation);
        return new CatalogueAdditions(
            entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal),
            texts.GroupBy(text => text.Code).ToFrozenDictionary(
                group => group.Key, IReadOnlyList<EntryText> (group) => [.. group], StringComparer.Ordinal),
            crosswalks);
    }

    private static async Task<List<T>> RowsAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
