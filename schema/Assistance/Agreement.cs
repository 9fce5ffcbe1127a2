using R2P.Schema.Acts;
using R2P.Schema.Sharing;

namespace R2P.Schema.Assistance;

/// <summary>What both sides put down with an offer that was accepted.</summary>
internal static class Agreement
{
    public static void ProposeScope(this AssistanceOffer offer, Act act, Guid side, string text, string? reason)
    {
        var check = new InputCheck();
        check.Text(text, DocumentRules.MaxText, "scope");
        check.ThrowIfAny();
        var body = offer.Body.Copy();
        body.Scopes.Add(new AssistanceScope { Text = text, Reason = reason, OfficeId = side, ProposedAt = act.Now });
        offer.Body = body;
        offer.ScopeProposedBy = side;
    }

    public static void AgreeToScope(this AssistanceOffer offer, Act act, Guid side)
    {
        if (offer.ScopeProposedBy is null)
        {
            throw Refuse.Invalid("Nobody has proposed a scope yet: propose one.", "input", "scope");
        }

        if (offer.ScopeProposedBy == side)
        {
            throw Refuse.Invalid("Your own side proposed this scope: the other side has to agree.", "input", "scope");
        }

        var body = offer.Body.Copy();
        var proposed = body.Scopes[^1];
        body.Scopes[^1] = new AssistanceScope
        {
            Text = proposed.Text, Reason = proposed.Reason, OfficeId = proposed.OfficeId, ProposedAt = proposed.ProposedAt, AgreedAt = act.Now,
        };
        offer.Body = body;
        offer.ScopeProposedBy = null;
    }

    public static void AddReviewPoint(this AssistanceOffer offer, DateOnly dueOn, string question)
    {
        var body = offer.Body.Copy();
        body.ReviewPoints.Add(new ReviewPoint { Number = body.ReviewPoints.Count + 1, DueOn = dueOn, Question = question });
        offer.Put(body);
    }

    public static void HoldReviewPoint(this AssistanceOffer offer, int number, DateOnly heldOn, string finding)
    {
        var body = offer.Body.Copy();
        var place = body.ReviewPoints.FindIndex(point => point.Number == number && point.HeldOn is null);
        if (place < 0)
        {
            throw Refuse.Invalid($"There is no open review point {number}.", "input", "number");
        }

        var point = body.ReviewPoints[place];
        body.ReviewPoints[place] = new ReviewPoint
        {
            Number = number, DueOn = point.DueOn, Question = point.Question, HeldOn = heldOn, Finding = finding,
        };
        offer.Put(body);
    }

    /// <summary>Puts new content in place, and the column that mirrors it.</summary>
    private static void Put(this AssistanceOffer offer, AssistanceOfferBody body)
    {
        offer.Body = body;
        offer.NextReviewOn = body.ReviewPoints.Where(point => point.HeldOn is null).Min(point => (DateOnly?)point.DueOn);
    }
}
