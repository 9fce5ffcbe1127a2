using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>From inputs to a lesson's content and its case's.</summary>
internal static class LessonContent
{
    public static Lesson Create(Act act, ViewerAppointment author, DraftLessonInput input)
    {
        var lesson = new Lesson
        {
            Id = act.NewId(),
            OwnerId = author.OfficeId,
            Readers = ReaderRules.OfDraft(author.OfficeId),
            AuthorIds = [act.Person],
            Audience = Audience.OwnOffice(),
            Title = input.Title,
            Summary = input.Summary,
            Language = input.Language,
            Tags = [.. input.Tags ?? []],
            ReviewKind = input.ReviewKind,
            Body = new LessonBody { Scope = input.Scope },
        };
        lesson.SetPeriod(input.Period);
        lesson.Fill(new LessonBody
        {
            Scope = input.Scope,
            WhatHelped = input.WhatHelped,
            WhatDidNot = input.WhatDidNot,
            Lessons = Lessons(input.Lessons),
            Exit = Exit(input.Exit),
            RelapseSigns = Signs(input.RelapseSigns ?? []),
            Limits = input.Limits,
        });
        return lesson;
    }

    /// <summary>The case of a new lesson: it is always there, be it empty, so that nothing follows from its absence.</summary>
    public static SourceCase CreateCase(Act act, Lesson lesson, SourceCaseInput? input) => new()
    {
        Id = act.NewId(),
        LessonId = lesson.Id,
        OwnerId = lesson.OwnerId,
        Readers = ReaderRules.OfDraft(lesson.OwnerId),
        Language = lesson.Language,
        Audience = Audience.OwnOffice(),
        Countries = [.. input?.Countries ?? []],
        Body = new SourceCaseBody { WhatHappened = input?.WhatHappened, Source = Source(input?.Source) },
    };

    public static void Apply(Lesson lesson, ReviseLessonInput input)
    {
        var body = lesson.Body;
        lesson.Title = input.Title ?? lesson.Title;
        lesson.Summary = input.Summary.HasValue ? input.Summary.Value : lesson.Summary;
        lesson.Tags = input.Tags is null ? lesson.Tags : [.. input.Tags];
        lesson.SetPeriod(input.Period.HasValue ? input.Period.Value : lesson.Period);
        lesson.Fill(new LessonBody
        {
            Scope = input.Scope ?? body.Scope,
            WhatHelped = input.WhatHelped.HasValue ? input.WhatHelped.Value : body.WhatHelped,
            WhatDidNot = input.WhatDidNot.HasValue ? input.WhatDidNot.Value : body.WhatDidNot,
            Lessons = input.Lessons is null ? body.Lessons : Lessons(input.Lessons),
            Exit = input.Exit.HasValue ? Exit(input.Exit.Value) : body.Exit,
            RelapseSigns = input.RelapseSigns is null ? body.RelapseSigns : Signs(input.RelapseSigns),
            Limits = input.Limits.HasValue ? input.Limits.Value : body.Limits,
        });
    }

    public static void Apply(SourceCase source, ReviseSourceCaseInput input)
    {
        source.Countries = input.Countries is null ? source.Countries : [.. input.Countries];
        source.Body = new SourceCaseBody
        {
            WhatHappened = input.WhatHappened.HasValue ? input.WhatHappened.Value : source.WhatHappened,
            Source = input.Source.HasValue ? Source(input.Source.Value) : source.Source,
        };
    }

    private static List<LearnedLesson> Lessons(IReadOnlyList<LearnedLessonInput> lessons) =>
        [.. lessons.Select(lesson => new LearnedLesson { Text = lesson.Text, Tags = [.. lesson.Tags ?? []] })];

    private static SupportExit? Exit(ExitInput? exit) =>
        exit is null ? null : new SupportExit { EndsOn = exit.EndsOn, HandedOver = exit.HandedOver, StillNeeded = exit.StillNeeded };

    private static List<RelapseSign> Signs(IReadOnlyList<RelapseSignInput> signs) =>
        [.. signs.Select(sign => new RelapseSign { Sign = sign.Sign, Tags = [.. sign.Tags ?? []], WatchUntil = sign.WatchUntil })];

    private static CaseSource? Source(CaseSourceInput? source) =>
        source is null ? null : new CaseSource { Document = source.Document, Paragraphs = [.. source.Paragraphs ?? []] };
}
