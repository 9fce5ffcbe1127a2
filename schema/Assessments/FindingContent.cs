namespace R2P.Schema.Assessments;

/// <summary>From inputs to findings, wherever they stand: in an assessment, or in a part that another office writes.</summary>
internal static class FindingContent
{
    public static List<FactorRating> Ratings(IReadOnlyList<FactorRatingInput> ratings) =>
    [
        .. ratings.Select(rating => new FactorRating
        {
            Factor = rating.Factor,
            Finding = rating.Finding,
            Actors = [.. rating.Actors ?? []],
            Trend = rating.Trend,
            Confidence = rating.Confidence,
            Dissent = rating.Dissent,
            Evidence = Evidence(rating.Evidence),
            Indicators = [.. (rating.Indicators ?? []).Select(Indicator)],
        }),
    ];

    public static List<InhibitorRating> Inhibitors(IReadOnlyList<InhibitorRatingInput> inhibitors) =>
    [
        .. inhibitors.Select(inhibitor => new InhibitorRating
        {
            Inhibitor = inhibitor.Inhibitor,
            Finding = inhibitor.Finding,
            Trend = inhibitor.Trend,
            Confidence = inhibitor.Confidence,
            Evidence = Evidence(inhibitor.Evidence),
            Dissent = inhibitor.Dissent,
            Need = inhibitor.Need,
            AssistanceForms = [.. inhibitor.AssistanceForms ?? []],
        }),
    ];

    private static IndicatorRating Indicator(IndicatorRatingInput indicator) => new()
    {
        Indicator = indicator.Indicator,
        Finding = indicator.Finding,
        Trend = indicator.Trend,
        Confidence = indicator.Confidence,
        Evidence = Evidence(indicator.Evidence),
        Dissent = indicator.Dissent,
    };

    private static List<Evidence> Evidence(IReadOnlyList<EvidenceInput>? evidence) =>
    [
        .. (evidence ?? []).Select(source => new Evidence
        {
            Kind = source.Kind,
            Title = source.Title,
            Url = source.Url?.AbsoluteUri,
            Reliability = source.Reliability,
            Corroboration = source.Corroboration,
            Caution = source.Caution,
        }),
    ];
}
