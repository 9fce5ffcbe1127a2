using R2P.GraphQL;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Recommendations;

/// <summary>From inputs to a recommendation's content.</summary>
internal static class RecommendationContent
{
    private const int TitleFromText = 120;

    public static Recommendation Create(Act act, Guid office, string mechanism, string? country, string text, string? title) => new()
    {
        Id = act.NewId(),
        OwnerId = office,
        Readers = ReaderRules.OfDraft(office),
        AuthorIds = [act.Person],
        Audience = Audience.OwnOffice(),
        Status = DocumentStatus.Received,
        Title = title ?? Beginning(text),
        Language = "en",
        Mechanism = mechanism,
        Country = country ?? "",
        Body = new RecommendationBody { Text = text },
    };

    public static Recommendation Create(Act act, Guid office, string? country, RecordRecommendationInput input)
    {
        var recommendation = Create(act, office, input.Mechanism, input.Country ?? country, input.Text, input.Title);
        recommendation.Summary = input.Summary;
        recommendation.Language = input.Language;
        recommendation.Symbol = input.Symbol;
        recommendation.Paragraph = input.Paragraph;
        recommendation.Cycle = input.Cycle;
        recommendation.Session = input.Session;
        recommendation.AdoptedOn = input.AdoptedOn;
        recommendation.Themes = [.. input.Themes ?? []];
        recommendation.NextOn = input.NextOn;
        recommendation.Tags = [.. input.Tags ?? []];
        return recommendation;
    }

    public static Recommendation Create(
        Act act, Guid office, string? country, (Guid Id, int Place) import, ImportRecommendationsInput input, ImportedRecommendationInput entry)
    {
        var recommendation = Create(act, office, input.Mechanism, entry.Country ?? country, entry.Text, entry.Title);
        (recommendation.ImportId, recommendation.ImportPlace) = import;
        recommendation.Language = input.Language;
        recommendation.Symbol = input.Symbol;
        recommendation.Paragraph = entry.Paragraph;
        recommendation.Cycle = input.Cycle;
        recommendation.Session = input.Session;
        recommendation.AdoptedOn = input.AdoptedOn;
        recommendation.Themes = [.. entry.Themes ?? []];
        recommendation.NextOn = input.NextOn;
        recommendation.Tags = [.. entry.Tags ?? []];
        return recommendation;
    }

    public static void Answer(this Recommendation recommendation, RecommendationAnswer answer) =>
        recommendation.Body = new RecommendationBody { Text = recommendation.Text, Answer = answer, Reports = recommendation.Body.Reports };

    public static void Report(
        this Recommendation recommendation, Act act, Guid office, ReportKind kind, string text, IReadOnlyList<EvidenceLinkInput>? evidence) =>
        recommendation.Body = new RecommendationBody
        {
            Text = recommendation.Text,
            Answer = recommendation.Answer,
            Reports =
            [
                .. recommendation.Reports,
                new ProgressReport
                {
                    Kind = kind,
                    ReportedOn = act.Today,
                    OfficeId = office,
                    Text = text,
                    Evidence = EvidenceLinks.Of(evidence),
                },
            ],
        };

    public static void Schedule(this Recommendation recommendation, Optional<DateOnly?> nextOn) =>
        recommendation.NextOn = nextOn.HasValue ? nextOn.Value : recommendation.NextOn;

    private static string Beginning(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        return line.Length <= TitleFromText ? line : $"{line[..TitleFromText].TrimEnd()}…";
    }
}
