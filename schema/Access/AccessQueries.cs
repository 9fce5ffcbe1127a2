using R2P.Documents;
using R2P.GraphQL;
using R2P.Schema.Acts;
using R2P.Schema.PeerReviews;
using R2P.Schema.Sharing;

namespace R2P.Schema.Access;

/// <summary>Questions about access.</summary>
[QueryType]
public static class AccessQueries
{
    /// <summary>
    /// Who can see a document now, and why; with an audience also who would be added if it were shared with that one. Only the office that owns
    /// the document is told; everyone else gets an empty answer, as for a document that does not exist.
    /// </summary>
    /// <param name="id">The document, of any kind.</param>
    /// <param name="audience">A dry run: the audience that you think of. Nothing is changed.</param>
    public static async Task<AccessExplanation> WhoCanSeeAsync(
        NodeId id,
        AudienceInput? audience,
        Viewer viewer,
        SharedDocuments documents,
        Publication publication,
        AccessExplainer explainer,
        ReadSession session,
        TimeProvider time,
        CancellationToken cancellation)
    {
        if (documents.OfType(id.TypeName) is not { } store
            || (await documents.FindAsync(session, [(store.Kind, id.Id)], null, cancellation)).GetValueOrDefault(id.Id) is not SharedDocument document
            || viewer.ActsFor(document.OwnerId, Roles.WhoDraft) is null)
        {
            return AccessExplanation.Nothing;
        }

        var current = ReaderRules.AsOf(document, time.GetUtcNow());
        var reviews = await session.FindReviewTokensAsync(document.Id, time.GetUtcNow(), cancellation);
        var grants = await explainer.ExplainAsync(session, document, [.. current, .. reviews], [], cancellation);
        if (audience is null)
        {
            return new AccessExplanation(grants, [], []);
        }

        try
        {
            var planned = await session.QueryAsync(
                (db, token) => publication.ReadersWithAsync(db, document.OwnerId, audience, token), cancellation);
            return new AccessExplanation(grants, await explainer.ExplainAsync(session, document, planned, current, cancellation), []);
        }
        catch (ActRefusedException refusal)
        {
            return new AccessExplanation(grants, [], refusal.Errors);
        }
    }
}
