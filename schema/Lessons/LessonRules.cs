using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>What a lesson and its source case have to keep to, whether they were just drafted or changed.</summary>
public sealed class LessonRules(DocumentRules rules)
{
    /// <summary>Checks a lesson as it would stand.</summary>
    public void Check(InputCheck check, Lesson lesson)
    {
        DocumentRules.Title(check, lesson.Title);
        DocumentRules.Summary(check, lesson.Summary);
        DocumentRules.Language(check, lesson.Language);
        rules.Tags(check, lesson.Tags);
        check.OptionalText(lesson.Period, 100, "period");
        check.Text(lesson.Scope, DocumentRules.MaxText, "scope");
        check.OptionalText(lesson.WhatHelped, DocumentRules.MaxText, "whatHelped");
        check.OptionalText(lesson.WhatDidNot, DocumentRules.MaxText, "whatDidNot");
        check.OptionalText(lesson.Limits, DocumentRules.MaxText, "limits");
        CheckLessons(check, lesson.Body.Lessons);
        CheckExit(check, lesson);
    }

    /// <summary>Checks a source case as it would stand.</summary>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="source">The case.</param>
    /// <param name="path">The input field that holds it; none if the input is the case.</param>
    public void Check(InputCheck check, SourceCase source, params string[] path)
    {
        check.Count(source.Countries, DocumentRules.MaxEntries, [.. path, "countries"]);
        check.Distinct(source.Countries, [.. path, "countries"]);
        for (var i = 0; i < source.Countries.Length; i++)
        {
            rules.Country(check, source.Countries[i], [.. path, "countries", $"{i}"]);
        }

        check.OptionalText(source.WhatHappened, DocumentRules.MaxText, [.. path, "whatHappened"]);
        if (source.Source is { } told)
        {
            rules.Reference(check, told.Document, [.. path, "source", "document"]);
            check.Count(told.Paragraphs, DocumentRules.MaxEntries, [.. path, "source", "paragraphs"]);
            check.AddRange(
                Enumerable.Range(0, told.Paragraphs.Length).Where(i => told.Paragraphs[i] < 1),
                "Paragraphs are numbered from 1.",
                [.. path, "source", "paragraphs"]);
        }
    }

    private void CheckExit(InputCheck check, Lesson lesson)
    {
        if (lesson.Body.Exit is { } exit)
        {
            check.Text(exit.HandedOver, DocumentRules.MaxText, "exit", "handedOver");
            check.OptionalText(exit.StillNeeded, DocumentRules.MaxText, "exit", "stillNeeded");
        }
        else if (lesson.ReviewKind == ReviewKind.ExitReview)
        {
            check.Add("An exit review tells what was handed over.", "exit");
        }

        var signs = lesson.Body.RelapseSigns;
        check.Count(signs, DocumentRules.MaxEntries, "relapseSigns");
        for (var i = 0; i < signs.Count; i++)
        {
            check.Text(signs[i].Sign, 4_000, "relapseSigns", $"{i}", "sign");
            rules.Tags(check, signs[i].Tags, "relapseSigns", $"{i}", "tags");
        }
    }

    private void CheckLessons(InputCheck check, List<LearnedLesson> lessons)
    {
        if (lessons is [])
        {
            check.Add("Name at least one lesson.", "lessons");
        }

        check.Count(lessons, DocumentRules.MaxEntries, "lessons");
        for (var i = 0; i < lessons.Count; i++)
        {
            check.Text(lessons[i].Text, DocumentRules.MaxText, "lessons", $"{i}", "text");
            rules.Tags(check, lessons[i].Tags, "lessons", $"{i}", "tags");
        }
    }
}
