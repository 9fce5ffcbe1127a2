using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;

namespace R2P.Schema.Sharing;

/// <summary>What sharing and taking back are made of, whichever act does it.</summary>
internal static class SharingSteps
{
    /// <summary>
    /// Waits for whoever acts around the same thing, where no version would tell: a document that others show or take back, a person who keeps filters.
    /// Load it afterwards.
    /// </summary>
    public static Task LockAsync(this Act act, Guid thing) => act.LockAsync(ActLock.Thing, thing.ToString());

    /// <summary>Gives a document another audience, if its life and the viewer's roles allow it, and tells of it.</summary>
    public static async Task ShareAsync(
        this Act act, IKindStore store, SharedDocument document, Publication publication, AudienceInput audience, HandlingInput? handling)
    {
        store.Life.Take(act, document, DocumentAct.Share);
        var before = document.Readers;
        await publication.ShareAsync(act, document, audience, handling);
        foreach (var part in await store.LoadPartsAsync(act.Context, document.Id, act.Cancellation))
        {
            part.ExpiresAt = Earlier(part.ExpiresAt, document.ExpiresAt);
        }

        document.PublishedAt ??= act.Now;
        act.TellFormerReaders(document, before);
        act.Tell(ChangeType.DocumentShared, document);
    }

    /// <summary>No part outlives its document.</summary>
    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    /// <summary>Recalls rows together with their pasts: a text that was taken back must not stay readable in its history.</summary>
    public static async Task RecallAsync(this Act act, IReadOnlyList<IHasAudience> rows)
    {
        foreach (var row in rows)
        {
            row.Audience = Audience.OwnOffice();
            row.Readers = ReaderRules.OfDraft(row.OwnerId);
        }

        // The version that this replaces is part of the past only once it is saved.
        await act.Context.SaveChangesAsync(act.Cancellation);
        foreach (var row in rows)
        {
            await act.Context.Database.ExecuteSqlAsync(
                $"select r2p.set_revision_readers({row.Id}, null, {row.Readers})", act.Cancellation);
        }
    }
}
