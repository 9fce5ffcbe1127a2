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

    private const string Comments =
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
        """;

    public static Task<List<Assessment>> NewestAsync(this GatheredReads reads, string[] countries, int first) => reads.ReadAsync(
        Columns + "where a.country = any($1) order by a.published_at desc, a.id desc limit $2", [Value(countries), Value(first)], ReadAssessmentsAsync);

    public static async Task<IReadOnlyDictionary<Guid, Assessment>> ByIdsAsync(this GatheredReads reads, Guid[] ids)
    {
        var found = await reads.ReadAsync(Columns + "where a.id = any($1)", [Value(ids)], ReadAssessmentsAsync);
        return found.ToDictionary(assessment => assessment.Id);
    }

    /// <summary>A page for each assessment, in order.</summary>
    public static Task<IReadOnlyList<Page<Comment>>> CommentsAsync(this GatheredReads reads, Guid[] assessments, int first) => reads.ReadAsync(
        Comments, [Value(assessments), Value(first)], reader => ReadCommentsAsync(reader, assessments.Length));

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static async Task<IReadOnlyList<Page<Comment>>> ReadCommentsAsync(NpgsqlDataReader reader, int assessments)
    {
        var pages = new List<Comment>[assessments];
        for (var i = 0; i < assessments; i++)
        {
            pages[i] = [];
        }

        while (await reader.ReadAsync())
        {
            pages[reader.GetInt64(0) - 1].Add(new Comment(reader.GetString(1)));
        }

        return Array.ConvertAll(pages, nodes => new Page<Comment>(nodes));
    }

    private static async Task<List<Assessment>> ReadAssessmentsAsync(NpgsqlDataReader reader)
    {
        var assessments = new List<Assessment>();
        while (await reader.ReadAsync())
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
