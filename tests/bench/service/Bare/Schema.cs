using R2P.GraphQL;
using R2P.Schema.Assessments;
using R2P.Schema.Sharing;

namespace R2P.Bench.Service.Bare;

/// <summary>An assessment, with as much of it as the queries ask for.</summary>
public sealed class Assessment(Guid id, string title, string? country, byte[] body) : IJsonBacked
{
    private Body? _read;

    /// <summary>Its id.</summary>
    [ID]
    public Guid Id => id;

    /// <summary>What it is called.</summary>
    public string Title => title;

    /// <summary>Where it is about.</summary>
    public string? Country => country;

    /// <summary>What was found about each risk factor.</summary>
    [JsonMember(nameof(Body))]
    public IReadOnlyList<Rating> Ratings => Body.Ratings;

    /// <summary>What the ratings are read from where they can't be copied.</summary>
    internal Body Body => _read ??= Body.Read(body);

    /// <summary>The ratings are copied from here to the response.</summary>
    ReadOnlyMemory<byte> IJsonBacked.Json => body;
}

/// <summary>What was found about one risk factor.</summary>
public sealed record Rating(string Factor, string Finding, Trend Trend, Confidence Confidence);

/// <summary>A comment.</summary>
public sealed record Comment(string Text);

/// <summary>A page of a list.</summary>
[GraphQLName("{0}Page")]
public sealed record Page<T>(IReadOnlyList<T> Nodes)
    where T : class;

/// <summary>Which assessments.</summary>
public sealed record AssessmentFilter(CountryFilter Country);

/// <summary>Which countries.</summary>
public sealed record CountryFilter(IReadOnlyList<string> In);

/// <summary>What can be asked for.</summary>
[QueryType]
public static class Queries
{
    /// <summary>The newest assessments.</summary>
    public static async Task<Page<Assessment>> AssessmentsAsync(int first, AssessmentFilter where, GatheredReads reads) =>
        new(await reads.NewestAsync([.. where.Country.In], first));
}

/// <summary>What an assessment leads to.</summary>
[ObjectType<Assessment>]
public static class AssessmentFields
{
    /// <summary>Assessments by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyDictionary<Guid, Assessment>> ByIdsAsync(IReadOnlyList<Guid> ids, GatheredReads reads) => reads.ByIdsAsync([.. ids]);

    /// <summary>The newest comments.</summary>
    public static Task<IReadOnlyList<Page<Comment>>> CommentsAsync(
        [ParentKey(nameof(Assessment.Id), AskedAhead = true)] IReadOnlyList<Guid> assessments, int first, GatheredReads reads) =>
        reads.CommentsAsync([.. assessments], first);
}
