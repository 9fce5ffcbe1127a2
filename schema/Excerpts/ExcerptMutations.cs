using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Excerpts;

/// <summary>The acts by which something of a document is shown while the document stays where it is.</summary>
[MutationType]
public static class ExcerptMutations
{
    /// <summary>Shows the title of a document, and who keeps it, to others than its readers; they may ask for access.</summary>
    [Authorize]
    public static async Task<ExcerptPayload> ShowTitle(
        ShowTitleInput input, ActRunner acts, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var document = await LoadAsync(act, documents, input.Id, input.Version);
            var excerpt = Create(act, document, input.Title ?? document.Title, document.Language);
            Check(excerpt, new InputCheck());
            await publication.OpenAsync(act, excerpt, input.Audience, handling: null);
            return Add(act, document, excerpt, ChangeType.TitleShown);
        }));

    /// <summary>Shares a summary of a document, or a redacted form of it, while the full text stays with its readers.</summary>
    [Authorize]
    public static async Task<ExcerptPayload> ShareSummary(
        ShareSummaryInput input, ActRunner acts, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var document = await LoadAsync(act, documents, input.Id, input.Version);
            var excerpt = Create(act, document, input.Title, input.Language ?? document.Language);
            excerpt.Text = input.Text;
            var check = new InputCheck();
            check.Text(input.Text, DocumentRules.MaxText, "text");
            Check(excerpt, check);
            excerpt.Handling = await publication.OpenAsync(act, excerpt, input.Audience, input.Handling);
            return Add(act, document, excerpt, ChangeType.SummaryShared);
        }));

    /// <summary>Takes an excerpt back: from now on only your office reads it, its history included.</summary>
    [Authorize]
    public static async Task<ExcerptPayload> WithdrawExcerpt(WithdrawExcerptInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var excerpt = await act.LoadAsync<Excerpt>(input.Id, input.Version);
            act.MustActFor(excerpt.OwnerId, "withdraw this excerpt", Roles.WhoDecide);
            act.Because(input.Reason);
            await act.RecallAsync([excerpt]);
            act.Session.Append(ChangeType.ExcerptWithdrawn.ToldTo(ReaderRules.OfDraft(excerpt.OwnerId)) with
            {
                DocumentId = excerpt.DocumentId, DocumentKind = EnumText.Of(excerpt.DocumentKind),
            });
            return excerpt.Id;
        }));

    private static async Task<SharedDocument> LoadAsync(Act act, SharedDocuments documents, NodeId id, int version)
    {
        var (store, document) = await documents.LoadAsync(act, id, version);
        act.MustActFor(document.OwnerId, $"use {act.Name} on it", Roles.WhoDecide);
        store.Life.MustGoFarther(document);
        return document.Status != DocumentStatus.Withdrawn
            ? document
            : throw Refuse.Transition(act.Name, document.Status, [.. store.Life.Unshared, .. store.Life.Shared]);
    }

    private static Excerpt Create(Act act, SharedDocument document, string title, string language) => new()
    {
        Id = act.NewId(),
        DocumentId = document.Id,
        DocumentKind = document.Kind,
        OwnerId = document.OwnerId,
        Language = language,
        Title = title,
        Audience = Audience.OwnOffice(),
        PublishedAt = act.Now,
    };

    private static void Check(Excerpt excerpt, InputCheck check)
    {
        DocumentRules.Title(check, excerpt.Title);
        DocumentRules.Language(check, excerpt.Language);
        check.ThrowIfAny();
    }

    private static Guid Add(Act act, SharedDocument document, Excerpt excerpt, ChangeType type)
    {
        act.Context.Add(excerpt);
        act.TellUnchanged(type, document, ReaderRules.OfDraft(document.OwnerId));
        return excerpt.Id;
    }
}

/// <summary>What an act on an excerpt came to.</summary>
public sealed class ExcerptPayload(ActResult result) : ActPayload(result);
