using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using R2P.Schema.Assessments;
using R2P.Schema.Sharing;

namespace R2P.Bench.Service.Bare;

/// <summary>The SQL of the resolvers: the same as the hand-written endpoints', with the page size as a parameter.</summary>
internal static class Reads
{
    private const string Columns = "select a.id, a.title, a.country, a.body from r2p.assessment a ";

    public static async Task<IReadOnlyList<Assessment>> NewestAsync(
        this NpgsqlDataSource source, string[] countries, int first, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            Columns + "where a.country = any($1) order by a.published_at desc, a.id desc limit $2", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = countries });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first });
        return await ReadAssessmentsAsync(command, cancellation);
    }

    public static async Task<IReadOnlyDictionary<Guid, Assessment>> ByIdsAsync(
        this NpgsqlDataSource source, Guid[] ids, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Columns + "where a.id = any($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        var found = await ReadAssessmentsAsync(command, cancellation);
        return found.ToDictionary(assessment => assessment.Id);
    }

    public static async Task<IReadOnlyList<Page<Comment>>> CommentsAsync(
        this NpgsqlDataSource source, Guid[] assessments, int first, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            select document.place, newest.text
            from unnest($1) with ordinality document(id, place)
            cross join lateral (
                select c.text, c.created_at, c.id
                from r2p.comment c
                where c.document_id = document.id
                order by c.created_at desc, c.id desc
                limit $2) newest
            order by document.place, newest.created_at desc, newest.id desc
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = assessments });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var comments = Array.ConvertAll(assessments, _ => new List<Comment>());
        while (await reader.ReadAsync(cancellation))
        {
            comments[reader.GetInt64(0) - 1].Add(new Comment(reader.GetString(1)));
        }

        return Array.ConvertAll(comments, nodes => new Page<Comment>(nodes));
    }

    private static async Task<List<Assessment>> ReadAssessmentsAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var assessments = new List<Assessment>();
        while (await reader.ReadAsync(cancellation))
        {
            assessments.Add(new Assessment(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetFieldValue<byte[]>(3)));
        }

        return assessments;
    }
}

/// <summary>The document in <c>jsonb</c>.</summary>
internal sealed record Body(IReadOnlyList<Rating> Ratings)
{
    public static Body Read(byte[] json) => JsonSerializer.Deserialize(json, BodyJson.Default.Body)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TrendJson), typeof(ConfidenceJson)])]
[JsonSerializable(typeof(Body))]
internal sealed partial class BodyJson : JsonSerializerContext;

internal sealed class TrendJson() : JsonStringEnumConverter<Trend>(JsonNamingPolicy.SnakeCaseUpper);

internal sealed class ConfidenceJson() : JsonStringEnumConverter<Confidence>(JsonNamingPolicy.SnakeCaseUpper);
