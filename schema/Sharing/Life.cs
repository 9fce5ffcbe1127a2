using R2P.Schema.Access;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>One step of a life: which states allow it, to whom in the owner's office, and what state comes of it.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Roles">Who may do it, of those who hold the owner's office; empty if it is not theirs to do.</param>
/// <param name="From">The states that allow it.</param>
/// <param name="To">The state that comes of it; null if it stays.</param>
public sealed record LifeStep(DocumentAct Act, Role[] Roles, DocumentStatus[] From, DocumentStatus? To = null)
{
    /// <summary>What must hold of the document beside its state.</summary>
    public Func<ISharedDocument, bool> While { get; init; } = static _ => true;

    /// <summary>Who else may do it, though the document is not theirs.</summary>
    public Func<Viewer, ISharedDocument, bool> OrBy { get; init; } = static (_, _) => false;

    public bool IsOpenTo(Viewer viewer, ISharedDocument document) =>
        While(document) && ((Roles is not [] && viewer.ActsFor(document.OwnerId, Roles) is not null) || OrBy(viewer, document));
}

/// <summary>
/// The life of a kind of document as a table of steps: what mutations check, and what <c>viewerCan</c> tells. A feature lists the steps of its
/// own; sharing anew, withdrawing, erasing, translating and saying who was consulted are the same for every kind.
/// </summary>
public sealed class Life(params LifeStep[] own)
{
    private LifeStep[]? _steps;

    /// <summary>The states in which the document is its office's alone.</summary>
    public DocumentStatus[] Unshared { get; init; } =
        [DocumentStatus.Draft, DocumentStatus.Proposed, DocumentStatus.Edited, DocumentStatus.InReview, DocumentStatus.Approved];

    /// <summary>The states in which the document may have readers beyond its office.</summary>
    public DocumentStatus[] Shared { get; init; } = [DocumentStatus.Published, DocumentStatus.Unconfirmed];

    /// <summary>The states in which the owner's office may erase the document for good; none where the document is not that office's alone.</summary>
    public DocumentStatus[]? Erasable { get; init; }

    /// <summary>
    /// Whether the document stays with those it was made for: it is given no other audience, shown in no excerpt, put before no reviewers.
    /// </summary>
    public Func<ISharedDocument, bool> GoesNoFarther { get; init; } = static _ => false;

    /// <summary>Whether the document itself holds what another office decided, agreed to or answered: then its owner can't erase that with it.</summary>
    public Func<SharedDocument, bool> HoldsWordsOfOthers { get; init; } = static _ => false;

    private LifeStep[] Steps => _steps ??=
    [
        .. own,
        new(DocumentAct.Share, Roles.WhoDecide, Shared) { While = document => !GoesNoFarther(document) },
        new(DocumentAct.Withdraw, Roles.WhoDecide, [.. Unshared, .. Shared, DocumentStatus.Superseded], DocumentStatus.Withdrawn),
        new(DocumentAct.Translate, Roles.WhoDraft, Unshared),
        new(DocumentAct.Translate, Roles.WhoDecide, [.. Shared, DocumentStatus.Superseded]),
        new(DocumentAct.Consult, Roles.WhoDraft, Unshared),
        new(DocumentAct.Consult, Roles.WhoSpeak, Shared),
        .. Erasing(),
    ];

    private IEnumerable<LifeStep> Erasing() => (Erasable ?? [.. Unshared, .. Shared, DocumentStatus.Superseded, DocumentStatus.Withdrawn]) switch
    {
        [] => [],
        var states => [new(DocumentAct.Erase, Roles.WhoDecide, states)],
    };

    /// <summary>Whether nobody but the owner's office has read it yet, in a kind that has no state of its own for a draft.</summary>
    public static bool IsUnshared(ISharedDocument document) => document.PublishedAt is null;

    /// <summary>Whether anybody can do this in any state.</summary>
    public bool Knows(DocumentAct act) => Array.Exists(Steps, step => step.Act == act);

    /// <summary>What the viewer may do with the document as it stands.</summary>
    public IReadOnlyList<DocumentAct> OpenTo(Viewer viewer, ISharedDocument document) =>
    [
        .. Steps.Where(step => step.From.Contains(document.Status) && step.IsOpenTo(viewer, document)).Select(step => step.Act).Distinct(),
    ];

    /// <summary>Takes a step.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED, or INVALID_TRANSITION that names the states which allow the act.</exception>
    public void Take(Act act, SharedDocument document, DocumentAct wanted)
    {
        if (wanted == DocumentAct.Share)
        {
            MustGoFarther(document);
        }

        var steps = Array.FindAll(Steps, step => step.Act == wanted);
        if (!steps.Any(step => step.IsOpenTo(act.Viewer, document)))
        {
            throw Refuse.NotAllowed($"use {act.Name} on it");
        }

        var fitting = Array.FindAll(steps, step => step.From.Contains(document.Status));
        if (fitting is [])
        {
            throw Refuse.Transition(act.Name, document.Status, [.. steps.SelectMany(step => step.From)]);
        }

        var taken = Array.Find(fitting, step => step.IsOpenTo(act.Viewer, document))
            ?? throw Refuse.NotAllowed($"use {act.Name} on it in the state {Documents.EnumText.Of(document.Status)}");
        act.InNameOfWhomever(viewer => taken.IsOpenTo(viewer, document));
        document.Status = taken.To ?? document.Status;
    }

    /// <summary>Nothing of a document that stays with those it was made for is shown to others, by whichever act.</summary>
    /// <exception cref="ActRefusedException">NOT_ALLOWED.</exception>
    public void MustGoFarther(ISharedDocument document)
    {
        if (GoesNoFarther(document))
        {
            throw Refuse.StaysBetweenThem();
        }
    }
}
