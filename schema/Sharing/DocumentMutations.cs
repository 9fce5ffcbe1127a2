using R2P.Documents;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Recalls;
using R2P.Schema.Texts;

namespace R2P.Schema.Sharing;

/// <summary>The acts that are the same for every kind of document.</summary>
[MutationType]
public static class DocumentMutations
{
    /// <summary>Gives a published document another audience. Versions that were replaced keep the readers they had.</summary>
    [Authorize]
    public static async Task<DocumentPayload> ShareDocument(
        ShareDocumentInput input, ActRunner acts, SharedDocuments documents, Publication publication, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (store, document) = await documents.LoadAsync(act, input.Id, input.Version);
            act.Because(input.Reason);
            await act.ShareAsync(store, document, publication, input.Audience, input.Handling);
            return document.Id;
        }));

    /// <summary>
    /// Takes a document back: from now on only your office reads it, its history and its excerpts included. Those who could read it before are told its
    /// id, and the offices that are on record as its readers are asked to acknowledge it.
    /// </summary>
    [Authorize]
    public static async Task<DocumentPayload> WithdrawDocument(
        WithdrawDocumentInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (store, document) = await documents.LoadAsync(act, input.Id, input.Version);
            store.Life.Take(act, document, DocumentAct.Withdraw);
            if (string.IsNullOrWhiteSpace(input.Reason))
            {
                throw Refuse.Invalid("Must not be empty.", "input", "reason");
            }

            act.Because(input.Reason);
            var before = document.Readers;
            await act.RecallAsync([document]);
            // Looked up only now: whoever was sharing a part at this moment held the document back.
            var parts = await act.PartsAsync(store, document);
            await act.AskToAcknowledgeAsync(document, parts);
            await act.RecallAsync(parts);
            act.TellWithdrawal(document, before);
            return document.Id;
        }));

    /// <summary>Adds the texts of a document in another language, or replaces them: title, summary, and any other text of it.</summary>
    [Authorize]
    public static async Task<DocumentPayload> TranslateDocument(
        TranslateDocumentInput input, ActRunner acts, SharedDocuments documents, Catalogue.Catalogue catalogue, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (store, document) = await documents.LoadAsync(act, input.Id, input.Version);
            store.Life.Take(act, document, DocumentAct.Translate);
            if (input.Kind == TranslationKind.Official)
            {
                act.MustActFor(document.OwnerId, "call a translation official", Roles.WhoDecide);
            }

            var texts = CheckTranslation(input, document, catalogue);
            document.Translations =
            [
                .. document.Translations.Where(translation => !IsSameLanguage(translation.Language, input.Language)),
                new Translation { Language = input.Language, Kind = input.Kind, Title = input.Title, Summary = input.Summary, Texts = texts },
            ];
            act.Tell(ChangeType.DocumentTranslated, document);
            return document.Id;
        }));

    /// <summary>Says of a document who was consulted and how, in the place of what was said of that before: each process does.</summary>
    [Authorize]
    public static async Task<DocumentPayload> RecordConsulted(
        RecordConsultedInput input, ActRunner acts, SharedDocuments documents, FieldContext field) =>
        new(input.Id, await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (store, document) = await documents.LoadAsync(act, input.Id, input.Version);
            store.Life.Take(act, document, DocumentAct.Consult);
            act.Because(input.Reason);
            var check = new InputCheck();
            ConsultedBodies.Check(check, input.Consulted);
            check.ThrowIfAny();
            document.Consulted = ConsultedBodies.Of(input.Consulted);
            act.Tell(ChangeType.ConsultedRecorded, document);
            return document.Id;
        }));

    private static List<TranslatedText> CheckTranslation(TranslateDocumentInput input, SharedDocument document, Catalogue.Catalogue catalogue)
    {
        var check = new InputCheck();
        DocumentRules.Language(check, input.Language);
        DocumentRules.Title(check, input.Title);
        DocumentRules.Summary(check, input.Summary);
        if (IsSameLanguage(input.Language, document.Language))
        {
            check.Add("Is the language of the original.", "language");
        }

        check.Count(input.Texts, DocumentRules.MaxEntries, "texts");
        check.Distinct(input.Texts?.Select(text => text.At), "texts");
        var content = DocumentTexts.Of(document);
        var texts = new List<TranslatedText>();
        for (var i = 0; i < input.Texts?.Count; i++)
        {
            var (pointer, text) = input.Texts[i];
            check.Text(text, DocumentRules.MaxText, "texts", $"{i}", "text");
            if (content.ToTranslate(pointer, catalogue) is { } original)
            {
                texts.Add(new TranslatedText { At = pointer, Text = text, Original = DocumentTexts.MarkOf(original) });
            }
            else
            {
                check.Add($"No text to translate stands at \"{pointer}\". Title and summary have arguments of their own.", "texts", $"{i}", "at");
            }
        }

        check.ThrowIfAny();
        return texts;
    }

    private static bool IsSameLanguage(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What an act on a document of any kind came to.</summary>
public sealed class DocumentPayload(NodeId document, ActResult result) : ActPayload(result)
{
    /// <summary>The type of the document, as its global id has it.</summary>
    [GraphQLIgnore]
    public string TypeName { get; } = document.TypeName;
}

/// <summary>The document in the answer to an act.</summary>
[ObjectType<DocumentPayload>]
public static class DocumentPayloadFields
{
    /// <summary>The document as it stands now; null if the act was refused.</summary>
    public static async Task<IReadOnlyList<ISharedDocument?>> DocumentAsync(
        [Parents] IReadOnlyList<DocumentPayload> payloads,
        SharedDocuments documents,
        ReadSession session,
        ISelection selection,
        CancellationToken cancellation)
    {
        var wanted = payloads.Where(payload => payload.Id is not null).Select(payload => (documents.OfType(payload.TypeName)!.Kind, payload.Id!.Value));
        var found = await documents.FindAsync(session, wanted, selection, cancellation);
        return [.. payloads.Select(payload => payload.Id is { } id ? found.GetValueOrDefault(id) : null)];
    }
}
