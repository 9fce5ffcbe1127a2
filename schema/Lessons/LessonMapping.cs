using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>How lessons lie in <c>r2p.lesson</c>, and their cases in <c>r2p.source_case</c>.</summary>
public sealed class LessonMapping : IDocumentMapping
{
    /// <summary>Reads lessons where the kind is known only from data.</summary>
    public static IKindStore Store { get; } = new KindStore<Lesson>(
        DocumentKind.Lesson,
        LessonLife.Life,
        (db, lesson) => db.Visible<SourceCase>().Where(source => source.LessonId == lesson));

    /// <inheritdoc/>
    public void Configure(ModelBuilder model)
    {
        model.Entity<Lesson>(lesson =>
        {
            lesson.ToTable("lesson").HasSharedDocument();
            lesson.Ignore(l => l.Lessons).Ignore(l => l.Exit).Ignore(l => l.RelapseSigns);
            lesson.ComplexProperty(l => l.Body, body =>
            {
                body.ToJson();
                body.ComplexCollection(b => b.Lessons);
                body.ComplexProperty(b => b.Exit);
                body.ComplexCollection(b => b.RelapseSigns);
            });
        });
        model.Entity<SourceCase>(source =>
        {
            source.ToTable("source_case").HasSharedRow().Ignore(s => s.Source);
            source.ComplexProperty(s => s.Body, body =>
            {
                body.ToJson();
                body.ComplexProperty(b => b.Source);
            });
        });
    }
}
