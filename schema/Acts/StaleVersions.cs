using Microsoft.EntityFrameworkCore;
using R2P.Documents;

namespace R2P.Schema.Acts;

/// <summary>What an act answers when a function of the database found another version than the caller saw.</summary>
internal static class StaleVersions
{
    /// <summary>CONFLICT with the version that stands now; NOT_FOUND if the row can't be seen any more.</summary>
    public static async Task<ActRefusedException> StaleAsync<T>(this Act act, Guid id, string what)
        where T : class, IReadable
    {
        var current = await act.Context.Readable<T>()
            .Where(row => EF.Property<Guid>(row, "Id") == id)
            .Select(row => (int?)EF.Property<int>(row, nameof(DocumentEnvelope.Version)))
            .SingleOrDefaultAsync(act.Cancellation);
        return current is { } version ? Refuse.Stale(version) : Refuse.NotFound(what, "input", "id");
    }
}
