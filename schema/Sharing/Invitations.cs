using Microsoft.EntityFrameworkCore;
using R2P.Schema.Access;
using R2P.Schema.Acts;
using R2P.Schema.Members;

namespace R2P.Schema.Sharing;

/// <summary>Invitations open nothing: an office that is invited to something has to be among its readers.</summary>
internal static class Invitations
{
    private const int MaxInvited = 200;

    /// <summary>Notes each office that does not exist, or would not read what it is invited to.</summary>
    public static async Task CheckAsync(Act act, InputCheck check, IReadOnlyList<Guid> offices, string[] readers, string field)
    {
        var known = await CheckKnownAsync(act, check, offices, field);
        var reached = await ReachedAsync(act, offices, readers);
        check.AddRange(
            Enumerable.Range(0, offices.Count).Where(i => known.Contains(offices[i]) && !reached.Contains(offices[i])),
            "This office is not among the readers: share it with them first.",
            field);
    }

    /// <summary>Notes each office that does not exist; answers those that do.</summary>
    public static async Task<List<Guid>> CheckKnownAsync(Act act, InputCheck check, IReadOnlyList<Guid> offices, string field)
    {
        check.Count(offices, MaxInvited, field);
        var known = await act.Context.Readable<Office>().Where(office => offices.Contains(office.Id)).Select(office => office.Id).ToListAsync(act.Cancellation);
        check.AddRange(Enumerable.Range(0, offices.Count).Where(i => !known.Contains(offices[i])), "There is no such office.", field);
        return known;
    }

    private static async Task<HashSet<Guid>> ReachedAsync(Act act, IReadOnlyList<Guid> offices, string[] readers)
    {
        var named = offices.Where(office => readers.Contains(ReaderToken.Office(office)) || readers.Contains(ReaderToken.Public));
        var holders = await act.Context.Database
            .SqlQuery<Guid>($"select distinct office_id as \"Value\" from r2p.holders_of({readers}) where office_id is not null")
            .ToListAsync(act.Cancellation);
        return [.. named, .. holders];
    }
}
