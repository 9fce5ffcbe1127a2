using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>The steps from state to state; each feature lists its own.</summary>
public static class Lifecycle
{
    /// <summary>Moves a document on.</summary>
    /// <exception cref="ActRefusedException">INVALID_TRANSITION, naming the states that allow the act.</exception>
    public static void Move(SharedDocument document, string act, DocumentStatus to, params DocumentStatus[] from)
    {
        MustBe(document, act, from);
        document.Status = to;
    }

    /// <summary>Checks that the state allows an act that does not change it.</summary>
    public static void MustBe(SharedDocument document, string act, params DocumentStatus[] allowed)
    {
        if (!allowed.Contains(document.Status))
        {
            throw Refuse.Transition(act, document.Status, allowed);
        }
    }
}
