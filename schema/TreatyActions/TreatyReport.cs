using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Data;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Inbox;
using R2P.Schema.Sharing;

namespace R2P.Schema.TreatyActions;

/// <summary>A report that a State owes under an instrument.</summary>
public sealed class TreatyReport : SharedRow
{
    /// <summary>The State (ISO 3166-1 alpha-3).</summary>
    [Filterable, Sortable]
    public required string Country { get; set; }

    /// <summary>The instrument (a code of the catalogue).</summary>
    [Filterable, Sortable]
    public required string Instrument { get; set; }

    /// <summary>Which report it is.</summary>
    public required string Title { get; set; }

    /// <summary>By when it is due.</summary>
    [Filterable, Sortable]
    public DateOnly DueOn { get; set; }

    /// <summary>When it was handed in; null until then.</summary>
    [Filterable, Sortable]
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Where the report can be read; null where that is not said.</summary>
    public string? Reference { get; set; }
}

/// <summary>A report that is due.</summary>
/// <param name="Instrument">The instrument (a code of the catalogue).</param>
/// <param name="Title">Which report it is; at most 300 characters.</param>
/// <param name="DueOn">By when it is due.</param>
/// <param name="Country">The State that owes it; by default the office's own.</param>
/// <param name="Language">The language of the text (BCP 47).</param>
/// <param name="Audience">Who may know of it; by default your office.</param>
/// <param name="Office">In whose name; only needed by somebody who acts for several offices.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record RecordReportInput(
    string Instrument,
    string Title,
    DateOnly DueOn,
    string? Country = null,
    string Language = "en",
    AudienceInput? Audience = null,
    [property: ID<Members.Office>] Guid? Office = null,
    string? ClientMutationId = null);

/// <summary>A report was handed in.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">The version that you saw.</param>
/// <param name="SubmittedOn">When it was handed in; today by default.</param>
/// <param name="Reference">Where it can be read: an address that begins with <c>https://</c> or <c>http://</c>.</param>
/// <param name="ClientMutationId">Makes a retry safe.</param>
public sealed record SubmitReportInput(
    [property: ID<TreatyReport>] Guid Id, int Version, DateOnly? SubmittedOn = null, string? Reference = null, string? ClientMutationId = null);

/// <summary>Reports under legal instruments, and when they are due.</summary>
[MutationType]
public static class TreatyReportMutations
{
    /// <summary>Records that a report is due. From two months before the day on your office's inbox reminds of it.</summary>
    [Authorize]
    public static async Task<TreatyReportPayload> RecordReport(
        RecordReportInput input, ActRunner acts, TreatyActionRules rules, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var author = act.MustActAs(input.Office, "record this report", Roles.WhoDecide);
            var check = new InputCheck();
            rules.Instrument(check, input.Instrument);
            DocumentRules.Title(check, input.Title);
            DocumentRules.Language(check, input.Language);
            check.ThrowIfAny();
            var report = new TreatyReport
            {
                Id = act.NewId(),
                OwnerId = author.OfficeId,
                Readers = ReaderRules.OfDraft(author.OfficeId),
                Audience = Audience.OwnOffice(),
                Language = input.Language,
                Country = rules.StateOf(author, input.Country),
                Instrument = input.Instrument,
                Title = input.Title,
                DueOn = input.DueOn,
            };
            if (input.Audience is { } audience)
            {
                await publication.OpenAsync(act, report, audience, expiresAt: null, "audience");
            }

            act.Context.Add(report);
            act.TellRow(ChangeType.ReportRecorded, report);
            return report.Id;
        }));

    /// <summary>Says that a report was handed in.</summary>
    [Authorize]
    public static async Task<TreatyReportPayload> SubmitReport(SubmitReportInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var report = await act.LoadAsync<TreatyReport>(input.Id, input.Version);
            act.MustActFor(report.OwnerId, "hand this report in", Roles.WhoDecide);
            var check = new InputCheck();
            check.Address(input.Reference, "reference");
            if (input.SubmittedOn > act.Today)
            {
                check.Add("Lies in the future.", "submittedOn");
            }

            check.ThrowIfAny();
            report.SubmittedOn = input.SubmittedOn ?? act.Today;
            report.Reference = input.Reference ?? report.Reference;
            act.TellRow(ChangeType.ReportSubmitted, report);
            return report.Id;
        }));
}

/// <summary>Reports in queries.</summary>
[QueryType]
public static class TreatyReportQueries
{
    /// <summary>The reports that States owe or have handed in, as far as you may know of them; what is due first comes first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Task<Connection<TreatyReport>> TreatyReports(
        PagingArguments paging, QueryContext<TreatyReport> query, ISelection selection, DocumentLists lists, CancellationToken cancellation) =>
        lists.PageRowsAsync(db => db.Visible<TreatyReport>(), paging, query.DefaultOrder(report => report.DueOn), selection, cancellation);
}

/// <summary>What a report leads to.</summary>
[ObjectType<TreatyReport>]
public static class TreatyReportFields
{
    /// <summary>Reports by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<TreatyReport?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<TreatyReport>(ids, selection, cancellation);
}

/// <summary>What an act on a report came to.</summary>
public sealed class TreatyReportPayload(ActResult result) : ActPayload(result);

/// <summary>The report in the answer to an act.</summary>
[ObjectType<TreatyReportPayload>]
public static class TreatyReportPayloadFields
{
    /// <summary>The report as it stands now; null if the act was refused.</summary>
    public static Task<IReadOnlyList<TreatyReport?>> ReportAsync(
        [ParentKey(nameof(TreatyReportPayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<TreatyReport>(ids, selection, cancellation);
}

/// <summary>Reports that your office owes within two months, or that are late.</summary>
internal sealed class TreatyReportInbox() : InboxSource<TreatyReport>(InboxReason.TreatyReportDue)
{
    private const int DaysAhead = 60;
    /// <inheritdoc/>
    protected override IQueryable<Waiting> Find(DocumentContext db, InboxQuestion asked)
    {
        var horizon = asked.Today.AddDays(DaysAhead);
        return from report in db.Visible<TreatyReport>()
               where report.SubmittedOn == null && report.DueOn <= horizon && asked.DecidingOffices.Contains(report.OwnerId)
               select new Waiting
               {
                   SubjectId = report.Id,
                   OfficeId = report.OwnerId,
                   DueOn = report.DueOn,
                   Since = report.CreatedAt,
               };
    }
}
