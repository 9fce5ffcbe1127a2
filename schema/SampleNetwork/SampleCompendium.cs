using System.Globalization;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Lessons;
using R2P.Schema.Members;
using R2P.Schema.Practices;
using R2P.Schema.Sharing;

namespace R2P.Schema.SampleNetwork;

/// <summary>
/// What public reports tell of practices and cases, in the secretariat's compendium: as public as its sources. A practice stands unconfirmed, as of the
/// report's year, until its State confirms it.
/// </summary>
internal sealed class SampleCompendium(SamplePersona secretariat, DateTimeOffset now)
{
    private readonly Guid _office = ReferenceId.Office(secretariat.Office);

    public void Add(DocumentContext context)
    {
        context.AddRange(SampleFiles.ReadPractices().Select(NewPractice));
        foreach (var (lesson, source) in SampleFiles.ReadLessons().Select(NewLesson))
        {
            context.Add(lesson);
            context.Add(source);
        }
    }

    private static Audience Everyone => new() { Kind = AudienceKind.Public };

    private string[] Readers => ReaderRules.OfPublished(_office, ownerState: null, Everyone);

    private Guid[] Authors => [SampleMembers.PersonId(secretariat.Subject)];

    private Practice NewPractice(SamplePractice sample) => new()
    {
        Id = ReferenceId.Of("practice", $"{sample.PolicyOption}:{sample.Country}"),
        OwnerId = _office,
        Readers = Readers,
        AuthorIds = Authors,
        Audience = Everyone,
        Status = DocumentStatus.Unconfirmed,
        PublishedAt = now,
        Title = sample.Title,
        Language = "en",
        Country = sample.Country,
        PolicyOption = sample.PolicyOption,
        Pillar = sample.Pillar,
        Inhibitor = sample.Inhibitor,
        Year = sample.Year,
        AsOf = int.Parse(sample.AsOf, CultureInfo.InvariantCulture),
        Body = new PracticeBody
        {
            Context = sample.Context,
            WhatWasDone = sample.WhatWasDone,
            Results = sample.Results,
            Limits = sample.Limits,
            HowToAdapt = sample.HowToAdapt,
            Source = sample.Source,
        },
    };

    private (Lesson Lesson, SourceCase Case) NewLesson(SampleLesson sample)
    {
        var lesson = new Lesson
        {
            Id = ReferenceId.Of("lesson", sample.Title),
            OwnerId = _office,
            Readers = Readers,
            AuthorIds = Authors,
            Audience = Everyone,
            Status = DocumentStatus.Published,
            PublishedAt = now,
            Title = sample.Title,
            Language = "en",
            Tags = [.. sample.Tags],
            Body = new LessonBody { Scope = sample.Scope },
        };
        lesson.SetPeriod(sample.Period);
        lesson.Fill(new LessonBody
        {
            Scope = sample.Scope,
            WhatHelped = sample.WhatHelped,
            WhatDidNot = sample.WhatDidNot,
            Lessons = [.. sample.Lessons.Select(learned => new LearnedLesson { Text = learned.Text, Tags = [.. learned.Tags] })],
            Limits = sample.Limits,
        });
        var source = new SourceCase
        {
            Id = ReferenceId.Of("lesson-case", sample.Title),
            LessonId = lesson.Id,
            OwnerId = _office,
            Readers = Readers,
            Audience = Everyone,
            PublishedAt = now,
            Language = "en",
            Countries = [.. sample.Countries],
            Body = new SourceCaseBody
            {
                WhatHappened = sample.WhatHappened,
                Source = new CaseSource { Document = sample.Source.Document, Paragraphs = [.. sample.Source.Paragraphs] },
            },
        };
        return (lesson, source);
    }
}
