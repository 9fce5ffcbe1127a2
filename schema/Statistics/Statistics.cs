using R2P.GraphQL;
using R2P.Schema.Sharing;

namespace R2P.Schema.Statistics;

/// <summary>For which States figures are asked: exactly one of these.</summary>
/// <param name="Region">A region, subregion or intermediate region (UN M49, by the code of the catalogue), such as <c>AFRICA</c>.</param>
/// <param name="Organization">The present members of a regional organization, such as <c>AU</c>.</param>
/// <param name="Network">The States among the present members of a network.</param>
[OneOf]
public sealed record StatisticsScopeInput(string? Region = null, string? Organization = null, string? Network = null);

/// <summary>
/// Figures over several States together, made of the documents that you may see and of no other. A figure behind which fewer than five States stand
/// is not given: it would speak of States one by one. Lists are in the order of the catalogue; there is no score and no ranking.
/// </summary>
/// <param name="States">How many States the region or body counts.</param>
/// <param name="Documents">Published documents that are about one of the States or several of them, of every kind that is about States.</param>
/// <param name="Factors">Risk factors that published assessments of the States speak of.</param>
/// <param name="Inhibitors">Inhibitors that published practices of the States strengthen.</param>
/// <param name="PolicyOptions">Policy options that published practices of the States took.</param>
public sealed record RegionalStatistics(
    int States,
    IReadOnlyList<KindFigure> Documents,
    IReadOnlyList<CodeFigure> Factors,
    IReadOnlyList<CodeFigure> Inhibitors,
    IReadOnlyList<CodeFigure> PolicyOptions);

/// <summary>How many documents of a kind there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="States">Over how many States; five at least.</param>
public sealed record KindFigure(DocumentKind Kind, int Documents, int States);

/// <summary>How many documents speak of something.</summary>
/// <param name="Code">The code in the catalogue.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="States">Over how many States; five at least.</param>
public sealed record CodeFigure(string Code, int Documents, int States);
