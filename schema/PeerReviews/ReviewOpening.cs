using Microsoft.EntityFrameworkCore;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;
using R2P.Schema.Sharing;

namespace R2P.Schema.PeerReviews;

/// <summary>The steps of opening a review.</summary>
internal static class ReviewOpening
{
    internal const int MaxReviewers = 50;

    /// <summary>What has been superseded or taken back is not reviewed any more.</summary>
    private static readonly DocumentStatus[] Reviewable =
    [
        .. Enum.GetValues<DocumentStatus>().Where(status => status is not (DocumentStatus.Superseded or DocumentStatus.Withdrawn)),
    ];

    public static async Task<SharedDocument> FindDocumentAsync(Act act, SharedDocuments documents, OpenReviewInput input)
    {
        if (documents.OfType(input.DocumentId.TypeName) is not { } store
            || await store.LoadAsync(act.Context, input.DocumentId.Id, act.Cancellation) is not { } document)
        {
            throw Refuse.NotFound("document", "input", "documentId");
        }

        act.MustActFor(document.OwnerId, "ask for a review of this document", Roles.WhoDecide);
        store.Life.MustGoFarther(document);
        if (document.Version != input.Version)
        {
            throw Refuse.Stale(document.Version);
        }

        return Reviewable.Contains(document.Status) ? document : throw Refuse.Transition("openReview", document.Status, Reviewable);
    }

    public static async Task CheckAsync(Act act, OpenReviewInput input, SharedDocument document)
    {
        var check = new InputCheck();
        check.Text(input.Scope, 4_000, "scope");
        CheckDates(check, input, Today(act));
        check.Count(input.Reviewers, MaxReviewers, "reviewers");
        if (input is { Reviewers.Count: 0, OffersFrom: null })
        {
            check.Add("Name at least one office, or say who may offer.", "reviewers");
        }

        ReviewCalling.Check(check, input);

        var found = await act.Context.Readable<Office>()
            .Where(office => input.Reviewers.Contains(office.Id))
            .Select(office => office.Id)
            .ToListAsync(act.Cancellation);
        for (var i = 0; i < input.Reviewers.Count; i++)
        {
            CheckReviewer(check, input.Reviewers, i, found, document.OwnerId);
        }

        check.ThrowIfAny();
    }

    public static PeerReview Create(Act act, OpenReviewInput input, SharedDocument document) => new()
    {
        Id = act.NewId(),
        OwnerId = document.OwnerId,
        Readers = [ReaderToken.Office(document.OwnerId), .. input.Reviewers.Select(ReaderToken.Office)],
        Language = document.Language,
        Status = ReviewStatus.Open,
        DocumentId = document.Id,
        DocumentKind = document.Kind,
        DocumentVersion = document.Version,
        Scope = input.Scope,
        OpensOn = input.OpensOn ?? Today(act),
        DueOn = input.DueOn,
    };

    public static Reviewer Invite(PeerReview review, Guid office) => new()
    {
        ReviewId = review.Id,
        OfficeId = office,
        Status = ReviewerStatus.Invited,
        Readers = review.Readers,
    };

    /// <summary>Has the database take the copy that reviewers will read.</summary>
    /// <exception cref="ActRefusedException">CONFLICT: somebody changed the document at this very moment.</exception>
    public static async Task KeepVersionAsync(Act act, PeerReview review, SharedDocument document)
    {
        var kept = await act.Context.Database
            .SqlQuery<bool>($"select r2p.keep_reviewed_version({review.Id}) as \"Value\"")
            .SingleAsync(act.Cancellation);
        if (!kept)
        {
            var current = await act.Context.Entry(document).GetDatabaseValuesAsync(act.Cancellation);
            throw current is null
                ? Refuse.NotFound("document", "input", "documentId")
                : Refuse.Stale(current.GetValue<int>(nameof(DocumentEnvelope.Version)));
        }
    }

    public static DateOnly Today(Act act) => DateOnly.FromDateTime(act.Now.UtcDateTime);

    private static void CheckDates(InputCheck check, OpenReviewInput input, DateOnly today)
    {
        if (input.OpensOn < today)
        {
            check.Add("Must not lie in the past.", "opensOn");
        }

        if (input.DueOn < (input.OpensOn ?? today))
        {
            check.Add("Must not lie before the day on which the review opens.", "dueOn");
        }
    }

    private static void CheckReviewer(InputCheck check, IReadOnlyList<Guid> reviewers, int i, List<Guid> found, Guid owner)
    {
        var place = $"{i}";
        if (!found.Contains(reviewers[i]))
        {
            check.Add("There is no such office.", "reviewers", place);
        }
        else if (reviewers[i] == owner)
        {
            check.Add("An office does not review its own document.", "reviewers", place);
        }
        else if (reviewers.Take(i).Contains(reviewers[i]))
        {
            check.Add("This office is named already.", "reviewers", place);
        }
    }
}
