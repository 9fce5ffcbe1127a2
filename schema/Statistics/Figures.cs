using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Assessments;
using R2P.Schema.Members;
using R2P.Schema.Practices;
using R2P.Schema.Sharing;

namespace R2P.Schema.Statistics;

/// <summary>Counts what the viewer may see, over States together.</summary>
public sealed class Figures(Catalogue.Catalogue catalogue, IEnumerable<IKindStore> stores, ReadSession session, TimeProvider time)
{
    /// <summary>The fewest States behind a figure that is given.</summary>
    public const int FewestStates = 5;

    /// <summary>The States that are meant, by code; none if there is no such region or body.</summary>
    public async Task<IReadOnlyList<string>> StatesOfAsync(StatisticsScopeInput scope, CancellationToken cancellation)
    {
        if (scope.Region is { } region)
        {
            return [.. catalogue.AllCountries.Where(country => country.LiesIn(region)).Select(country => country.Code)];
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return await session.QueryAsync(
            (db, token) => MembersOf(db, scope, today).OrderBy(code => code).ToListAsync(token), cancellation);
    }

    /// <summary>The figures over these States.</summary>
    public async Task<RegionalStatistics> OverAsync(IReadOnlyList<string> states, CancellationToken cancellation)
    {
        string[] codes = [.. states];
        var assessments = await CountAsync(
            db => Assessments(db, codes).SelectMany(a => a.Factors, (a, factor) => new Mention { Code = factor, Document = a.Id, State = a.Country! }),
            cancellation);
        var inhibitors = await CountAsync(
            db => Practices(db, codes)
                .Where(p => p.Inhibitor != null)
                .Select(p => new Mention { Code = p.Inhibitor!, Document = p.Id, State = p.Country! }),
            cancellation);
        var options = await CountAsync(
            db => Practices(db, codes).Select(p => new Mention { Code = p.PolicyOption, Document = p.Id, State = p.Country! }), cancellation);
        var kinds = await CountAsync(db => Kinds(db, codes), cancellation);
        return new RegionalStatistics(
            codes.Length,
            [
                .. kinds.Select(figure => new KindFigure(EnumText.Parse<DocumentKind>(figure.Code), figure.Documents, figure.States))
                    .OrderBy(figure => figure.Kind),
            ],
            assessments,
            inhibitors,
            options);
    }

    private IQueryable<Mention> Kinds(DocumentContext db, string[] states) => stores
        .Select(store => store.AboutStates(db))
        .OfType<IQueryable<StateDocument>>()
        .Aggregate(Queryable.Concat)
        .Where(document => states.Contains(document.State))
        .Select(document => new Mention { Code = document.Kind, Document = document.Document, State = document.State });

    private static IQueryable<Assessment> Assessments(DocumentContext db, string[] states) =>
        db.Visible<Assessment>().Where(a => a.Status == DocumentStatus.Published && states.Contains(a.Country!));

    private static IQueryable<Practice> Practices(DocumentContext db, string[] states) =>
        db.Visible<Practice>().Where(p => p.PublishedAt != null && p.Status != DocumentStatus.Withdrawn && states.Contains(p.Country!));

    private Task<IReadOnlyList<CodeFigure>> CountAsync(Func<DocumentContext, IQueryable<Mention>> mentions, CancellationToken cancellation) =>
        session.QueryAsync<IReadOnlyList<CodeFigure>>(
            async (db, token) =>
            {
                var found = await mentions(db)
                    .GroupBy(mention => mention.Code)
                    .Select(group => new
                    {
                        Code = group.Key,
                        Documents = group.Select(mention => mention.Document).Distinct().Count(),
                        States = group.Select(mention => mention.State).Distinct().Count(),
                    })
                    .Where(figure => figure.States >= FewestStates)
                    .OrderBy(figure => figure.Code)
                    .ToListAsync(token);
                return [.. found.Select(figure => new CodeFigure(figure.Code, figure.Documents, figure.States))];
            },
            cancellation);

    private static IQueryable<string> MembersOf(DocumentContext db, StatisticsScopeInput scope, DateOnly today)
    {
        var code = scope.Organization ?? scope.Network;
        return from membership in db.Readable<Membership>()
               join body in db.Readable<Party>() on membership.BodyId equals body.Id
               join member in db.Readable<Party>() on membership.PartyId equals member.Id
               where body.Code == code && member is State
                   && (membership.JoinedOn == null || membership.JoinedOn <= today)
                   && (membership.LeftOn == null || membership.LeftOn > today)
                   && !(membership.SuspendedFrom <= today && (membership.SuspendedTo == null || membership.SuspendedTo > today))
               select member.Code;
    }

    /// <summary>A document of a State that mentions a code.</summary>
    private sealed class Mention
    {
        public required string Code { get; init; }

        public Guid Document { get; init; }

        public required string State { get; init; }
    }
}
