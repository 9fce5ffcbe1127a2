using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>The calendar of events that could tip risk into crisis.</summary>
[QueryType]
public static class TriggerQueries
{
    /// <summary>How many assessments and notes a calendar is made of, at most.</summary>
    private const int MostSources = 500;

    private static readonly DocumentStatus[] Over = [DocumentStatus.Superseded, DocumentStatus.Withdrawn];

    /// <summary>
    /// What is expected, or has just happened, by day: from the assessments and trigger notes that you may read. Being in this calendar says nothing about a
    /// State; elections are in it, too.
    /// </summary>
    /// <param name="country">Only about this State (ISO 3166-1 alpha-3); by default all.</param>
    /// <param name="from">From this day on; by default from 30 days ago.</param>
    /// <param name="until">Until this day; by default a year from now.</param>
    [ListSize(AssumedSize = 50)]
    public static async Task<IReadOnlyList<UpcomingTrigger>> UpcomingTriggers(
        string? country, DateOnly? from, DateOnly? until, ReadSession session, TimeProvider time, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (first, last) = (from ?? today.AddDays(-30), until ?? today.AddYears(1));
        var assessments = await session.QueryAsync(
            (db, token) => db.Visible<Assessment>()
                .Where(assessment => (country == null || assessment.Country == country)
                    && !Over.Contains(assessment.Status)
                    && assessment.Body.Triggers.Any(trigger => trigger.ExpectedOn >= first && trigger.ExpectedOn <= last))
                .OrderByDescending(assessment => assessment.UpdatedAt)
                .Take(MostSources)
                .ToListAsync(token),
            cancellation);
        var notes = await session.QueryAsync(
            (db, token) => db.Visible<TriggerNote>()
                .Where(note => (country == null || note.Country == country) && note.HappensOn >= first && note.HappensOn <= last)
                .OrderBy(note => note.HappensOn)
                .Take(MostSources)
                .ToListAsync(token),
            cancellation);
        return
        [
            .. assessments.SelectMany(Expected)
                .Concat(notes.Select(note => new UpcomingTrigger(note.HappensOn, note.Trigger, note.Country, note.Note, null, note)))
                .Where(entry => entry.On >= first && entry.On <= last)
                .OrderBy(entry => entry.On).ThenBy(entry => entry.Trigger, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<UpcomingTrigger> Expected(Assessment assessment) => assessment.Triggers
        .Where(trigger => trigger.ExpectedOn is not null)
        .Select(trigger => new UpcomingTrigger(
            trigger.ExpectedOn!.Value, trigger.Trigger, assessment.Country, trigger.Note, assessment, null));
}

/// <summary>An event of the calendar.</summary>
/// <param name="On">The day on which it is expected, or happened.</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="Country">The State that it is about (ISO 3166-1 alpha-3); null if it is about a region.</param>
/// <param name="Note">What to know about it (Markdown).</param>
/// <param name="Assessment">The assessment that tells of it; null if a note does.</param>
/// <param name="TriggerNote">The note that tells of it; null if an assessment does.</param>
public sealed record UpcomingTrigger(
    DateOnly On, string Trigger, string? Country, string? Note, Assessment? Assessment, TriggerNote? TriggerNote);

/// <summary>What a trigger note leads to.</summary>
[ObjectType<TriggerNote>]
public static class TriggerNoteFields
{
    /// <summary>Trigger notes by id.</summary>
    [NodeResolver]
    public static Task<IReadOnlyList<TriggerNote?>> ByIdsAsync(
        IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<TriggerNote>(ids, selection, cancellation);

    /// <summary>The office that wrote the note.</summary>
    public static Task<IReadOnlyList<Office?>> OwnerAsync(
        [ParentKey(nameof(TriggerNote.OwnerId))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindRowsAsync<Office>(ids, selection, cancellation);
}

/// <summary>The note in the answer to an act.</summary>
[ObjectType<TriggerNotePayload>]
public static class TriggerNotePayloadFields
{
    /// <summary>The note as it stands now; null if the act was refused, or erased it.</summary>
    public static Task<IReadOnlyList<TriggerNote?>> TriggerNoteAsync(
        [ParentKey(nameof(TriggerNotePayload.Id))] IReadOnlyList<Guid> ids, ReadSession session, ISelection selection, CancellationToken cancellation) =>
        session.FindAlignedAsync<TriggerNote>(ids, selection, cancellation);
}
