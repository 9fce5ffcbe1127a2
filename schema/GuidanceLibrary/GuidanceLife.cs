using R2P.Schema.Access;
using R2P.Schema.Sharing;

namespace R2P.Schema.GuidanceLibrary;

/// <summary>Draft → published → superseded; published guidance is corrected in place, and changed by a new edition.</summary>
internal static class GuidanceLife
{
    public static Life Life { get; } = new(
        new(DocumentAct.Revise, Roles.WhoDraft, [DocumentStatus.Draft]),
        new(DocumentAct.Revise, Roles.WhoDecide, [DocumentStatus.Published]),
        new(DocumentAct.Publish, Roles.WhoDecide, [DocumentStatus.Draft], DocumentStatus.Published),
        new(DocumentAct.Supersede, Roles.WhoDecide, [DocumentStatus.Published], DocumentStatus.Superseded));
}
