using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Access;
using R2P.Schema.Inbox;

namespace R2P.Schema.Tests;

/// <summary>Why a thing waits for a persona, as the sources of the inbox tell.</summary>
internal static class Waiting
{
    public static async Task<IEnumerable<string>> ForAsync(NetworkFixture network, string persona, Guid subject)
    {
        var viewer = await network.Services.GetRequiredService<ViewerDirectory>()
            .FindAsync(NetworkFixture.Principal(persona), TestContext.Current.CancellationToken);
        Guid[] offices = [.. viewer.Appointments.Select(held => held.OfficeId)];
        Guid[] deciding = [.. viewer.Appointments.Where(held => Roles.WhoDecide.Contains(held.Role)).Select(held => held.OfficeId)];
        var asked = new InboxQuestion(offices, deciding, TimeProvider.System.GetUtcNow());
        await using var session = network.Services.GetRequiredService<DocumentStore>().OpenRead(viewer.Access);
        var found = new List<string>();
        foreach (var source in network.Services.GetServices<IInboxSource>())
        {
            found.AddRange(await session.QueryAsync(
                (db, token) => source.For(db, asked).Where(entry => entry.SubjectId == subject).Select(entry => entry.Reason).ToListAsync(token),
                TestContext.Current.CancellationToken));
        }

        return found.Order(StringComparer.Ordinal);
    }
}
