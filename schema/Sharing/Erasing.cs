using Microsoft.EntityFrameworkCore;
using R2P.Schema.Acts;

namespace R2P.Schema.Sharing;

/// <summary>How a row goes for good.</summary>
internal static class Erasing
{
    /// <summary>Erases a document or a row of its own, with its whole past.</summary>
    /// <exception cref="ActRefusedException">NOT_FOUND if the database erased nothing: it is gone, or not of an office that the person holds.</exception>
    public static async Task EraseAsync(this Act act, Guid id, string reason, string what)
    {
        var isErased = await act.Context.Database
            .SqlQuery<bool>($"""select r2p.erase_document({id}, {reason}) as "Value" """)
            .SingleAsync(act.Cancellation);
        if (!isErased)
        {
            throw Refuse.NotFound(what, "input", "id");
        }
    }
}
