using Microsoft.EntityFrameworkCore;
using R2P.GraphQL;
using R2P.GraphQL.Execution;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Changes;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>The acts of a lesson's life.</summary>
[MutationType]
public static class LessonMutations
{
    /// <summary>Begins a lessons-learned review. Until it is published, nobody but your office sees it.</summary>
    [Authorize]
    public static async Task<LessonPayload> DraftLesson(DraftLessonInput input, ActRunner acts, LessonRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, act =>
        {
            var author = act.MustActAs(input.Office, "draft a lesson", Roles.WhoDraft);
            var lesson = LessonContent.Create(act, author, input);
            var source = LessonContent.CreateCase(act, lesson, input.SourceCase);
            var check = new InputCheck();
            rules.Check(check, lesson);
            rules.Check(check, source, "sourceCase");
            check.ThrowIfAny();
            act.Context.AddRange(lesson, source);
            act.Tell(ChangeType.LessonDrafted, lesson);
            return Task.FromResult(lesson.Id);
        }));

    /// <summary>Changes a lesson; after its publication that corrects it in place, for the same readers.</summary>
    [Authorize]
    public static async Task<LessonPayload> ReviseLesson(ReviseLessonInput input, ActRunner acts, LessonRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var lesson = await act.LoadAsync<Lesson>(input.Id, input.Version);
            LessonLife.Life.Take(act, lesson, DocumentAct.Revise);
            act.Because(input.Reason);
            LessonContent.Apply(lesson, input);
            var check = new InputCheck();
            rules.Check(check, lesson);
            check.ThrowIfAny();
            lesson.WasRevisedBy(act.Person);
            act.Tell(ChangeType.LessonRevised, lesson);
            return lesson.Id;
        }));

    /// <summary>Changes the source case of a lesson. Those who read only the lesson see nothing of it.</summary>
    [Authorize]
    public static async Task<LessonPayload> ReviseSourceCase(
        ReviseSourceCaseInput input, ActRunner acts, LessonRules rules, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (lesson, source) = await LoadCaseAsync(act, input.Id, input.Version, DocumentAct.Revise);
            act.Because(input.Reason);
            LessonContent.Apply(source, input);
            var check = new InputCheck();
            rules.Check(check, source);
            check.ThrowIfAny();
            act.TellUnchanged(ChangeType.SourceCaseRevised, lesson, source.Readers);
            return lesson.Id;
        }));

    /// <summary>Shares a lesson with an audience, and its source case with another, or with nobody.</summary>
    [Authorize]
    public static async Task<LessonPayload> PublishLesson(
        PublishLessonInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var lesson = await act.LoadAsync<Lesson>(input.Id, input.Version);
            LessonLife.Life.Take(act, lesson, DocumentAct.Publish);
            act.Because(input.Reason);
            await publication.ShareAsync(act, lesson, input.Audience, input.Handling);
            lesson.PublishedAt = act.Now;
            if (input.SourceCaseAudience is { } audience)
            {
                var source = await act.Context.Visible<SourceCase>().SingleAsync(s => s.LessonId == lesson.Id, act.Cancellation);
                await publication.OpenAsync(act, source, audience, input.Handling?.ExpiresAt, "sourceCaseAudience");
                source.PublishedAt = act.Now;
            }

            act.Tell(ChangeType.LessonPublished, lesson);
            return lesson.Id;
        }));

    /// <summary>Gives the source case of a published lesson another audience.</summary>
    [Authorize]
    public static async Task<LessonPayload> ShareSourceCase(
        ShareSourceCaseInput input, ActRunner acts, Publication publication, FieldContext field) =>
        new(await acts.RunAsync(field, input.ClientMutationId, async act =>
        {
            var (lesson, source) = await LoadCaseAsync(act, input.Id, input.Version, DocumentAct.Share);
            act.Because(input.Reason);
            await publication.OpenAsync(act, source, input.Audience, lesson.ExpiresAt, "audience");
            source.PublishedAt ??= act.Now;
            act.TellUnchanged(ChangeType.SourceCaseShared, lesson, source.Readers);
            return lesson.Id;
        }));

    private static async Task<(Lesson Lesson, SourceCase Source)> LoadCaseAsync(Act act, Guid id, int version, DocumentAct wanted)
    {
        var source = await act.LoadAsync<SourceCase>(id, version);
        var lesson = await act.Context.Visible<Lesson>().SingleOrDefaultAsync(l => l.Id == source.LessonId, act.Cancellation)
            ?? throw Refuse.NotFound(nameof(SourceCase), "input", "id");
        LessonLife.Life.Take(act, lesson, wanted);
        return (lesson, source);
    }
}

/// <summary>What an act on a lesson came to.</summary>
public sealed class LessonPayload(ActResult result) : ActPayload(result);
