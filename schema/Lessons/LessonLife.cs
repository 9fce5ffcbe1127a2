using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.Lessons;

/// <summary>Draft → published; corrected in place.</summary>
internal static class LessonLife
{
    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, [DocumentStatus.Draft]),
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Published]),
        new(DocumentAct.Publish, Roles.WhoDecide, [DocumentStatus.Draft], DocumentStatus.Published));
}
