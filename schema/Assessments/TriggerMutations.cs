using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assessments;

/// <summary>Quick notes on events that could tip risk into crisis.</summary>
[MutationType]
public static class TriggerMutations
{
    /// <summary>Notes an event. Only your office reads the note, unless you name an audience.</summary>
    [Authorize]
    public static async Task<TriggerNotePayload> NoteTrigger(
        NoteTriggerInput input, ActRunner acts, DocumentRules rules, Catalogue.Catalogue catalogue, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            Check(input, rules, catalogue);
            var author = act.MustActAs(input.Office, "note a trigger", input.Audience is null ? Roles.WhoDraft : Roles.WhoDecide);
            var note = new TriggerNote
            {
                Id = act.NewId(),
                OwnerId = author.OfficeId,
                Readers = ReaderRules.OfDraft(author.OfficeId),
                Audience = Audience.OwnOffice(),
                Language = input.Language,
                Country = input.Country,
                Trigger = input.Trigger,
                HappensOn = input.HappensOn,
                SourceKind = input.SourceKind,
                Note = input.Note,
            };
            if (input.Audience is { } audience)
            {
                await publication.OpenAsync(act, note, audience, null, "audience");
                note.PublishedAt = act.Now;
            }

            act.Context.Add(note);
            return note.Id;
        }));

    /// <summary>Erases a note of your office, for everybody who read it. One that was shared is taken back by those who decide for the office.</summary>
    [Authorize]
    public static async Task<TriggerNotePayload> EraseTriggerNote(EraseTriggerNoteInput input, ActRunner acts, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var note = await act.LoadAsync<TriggerNote>(input.Id, input.Version);
            act.MustActFor(note.OwnerId, "erase this note", ReaderRules.WhoWrites(note.OwnerId, note.Readers));
            await act.EraseAsync(note.Id, "taken back", "note");
            return note.Id;
        }));

    private static void Check(NoteTriggerInput input, DocumentRules rules, Catalogue.Catalogue catalogue)
    {
        var check = new InputCheck();
        rules.Country(check, input.Country, "country");
        DocumentRules.Code(check, catalogue.IsTrigger, "trigger", input.Trigger, "trigger");
        DocumentRules.Language(check, input.Language);
        check.Text(input.Note, 4_000, "note");
        NoTraces.Check(check, input.Note, "note");
        if (input.SourceKind is { } source)
        {
            DocumentRules.Code(check, catalogue.IsInformationSource, "kind of source", source, "sourceKind");
        }

        check.ThrowIfAny();
    }
}

/// <summary>What an act on a trigger note came to.</summary>
public sealed class TriggerNotePayload(ActResult result) : ActPayload(result);
