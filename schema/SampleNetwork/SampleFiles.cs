using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using R2P.Schema.Access;
using R2P.Schema.Assessments;
using R2P.Schema.Practices;
using R2P.Schema.Sharing;

namespace R2P.Schema.SampleNetwork;

/// <summary>The embedded <c>network.json</c>: who sits where.</summary>
internal sealed record SampleNetworkFile(
    IReadOnlyList<SampleParty> Parties,
    IReadOnlyList<SampleMembership> Memberships,
    IReadOnlyList<SampleOffice> Offices,
    IReadOnlyList<SamplePersona> Personas);

/// <summary>A party; one that is no sample is in the catalogue, too.</summary>
internal sealed record SampleParty(string Code, string Name, bool Sample, string? AccreditedBy);

internal sealed record SampleMembership(string Party, string MemberOf, DateOnly Joined);

internal sealed record SampleOffice(string Code, string Name, string Party);

internal sealed record SamplePersona(string Persona, string Office, Role Role, string DisplayName, string Subject);

/// <summary>An entry of <c>assessments.json</c>.</summary>
internal sealed record SampleAssessment(
    string Persona,
    Audience Audience,
    string Country,
    string Title,
    string Summary,
    string Language,
    string Framework,
    string Version,
    List<FactorRating> Ratings,
    List<InhibitorRating> Inhibitors,
    SampleStage Stage,
    List<AssessedTrigger> Triggers,
    List<Consulted> Consulted);

internal sealed record SampleStage(string Stage, string Reasons);

/// <summary>An entry of <c>practices.json</c>.</summary>
internal sealed record SamplePractice(
    string Country,
    string PolicyOption,
    string Pillar,
    string? Inhibitor,
    string Title,
    string Context,
    string WhatWasDone,
    string? Results,
    string? Limits,
    string? HowToAdapt,
    int? Year,
    PracticeSource Source,
    string AsOf);

/// <summary>An entry of <c>lessons.json</c>.</summary>
internal sealed record SampleLesson(
    string Title,
    string Scope,
    string? Period,
    IReadOnlyList<string> Countries,
    string? WhatHappened,
    string? WhatHelped,
    string? WhatDidNot,
    IReadOnlyList<SampleLearned> Lessons,
    string? Limits,
    IReadOnlyList<string> Tags,
    SampleCaseSource Source);

internal sealed record SampleLearned(string Text, IReadOnlyList<string> Tags);

internal sealed record SampleCaseSource(string Document, IReadOnlyList<int> Paragraphs);

[JsonSerializable(typeof(SampleNetworkFile))]
[JsonSerializable(typeof(IReadOnlyList<SamplePractice>))]
[JsonSerializable(typeof(IReadOnlyList<SampleLesson>))]
[JsonSerializable(typeof(IReadOnlyList<SampleAssessment>))]
internal sealed partial class SampleFiles : JsonSerializerContext
{
    private static readonly SampleFiles Own = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    public static SampleNetworkFile ReadNetwork() => Read("network.json", Own.SampleNetworkFile);

    public static IReadOnlyList<SampleAssessment> ReadAssessments() => Read("assessments.json", Own.IReadOnlyListSampleAssessment);

    public static IReadOnlyList<SamplePractice> ReadPractices() => Read("practices.json", Own.IReadOnlyListSamplePractice);

    public static IReadOnlyList<SampleLesson> ReadLessons() => Read("lessons.json", Own.IReadOnlyListSampleLesson);

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream($"R2P.Schema.SampleNetwork.{file}")!;
        return JsonSerializer.Deserialize(stream, type)!;
    }
}
