using Microsoft.Extensions.DependencyInjection;
using R2P.Documents;
using R2P.Schema.Alerts;
using R2P.Schema.Inbox;

namespace R2P.Schema.Tests.Leaks;

/// <summary>A leak that is planted on the side with all rows.</summary>
/// <param name="Leaks">What it lets out.</param>
/// <param name="Sql">What is done to the database by its owner.</param>
internal sealed record Mutant(string Leaks, string Sql)
{
    /// <summary>Whether the service leaves its own predicate out, and trusts the database's policies.</summary>
    public bool TrustsTheDatabase { get; init; }

    /// <summary>Whether the service connects as the database's owner, whom no policy binds.</summary>
    public bool IsOwner { get; init; }

    /// <summary>What is changed of the service.</summary>
    public Action<IServiceCollection> Change { get; init; } = static _ => { };

    /// <summary>Which questions are asked; all of them, if it says nothing.</summary>
    public Func<Question, bool> Asks { get; init; } = static _ => true;
}

/// <summary>The leaks of which each has to be found, and what is none.</summary>
internal static class Mutants
{
    /// <summary>The database's policies alone: a second wall, with the same predicate.</summary>
    public static Mutant OnlyTheSecondWall { get; } = new("nothing", "select 1") { TrustsTheDatabase = true };

    /// <summary>Each by what it lets out.</summary>
    public static IReadOnlyDictionary<string, Mutant> All { get; } = new Mutant[]
    {
        new("everything", "select 1") { TrustsTheDatabase = true, IsOwner = true },
        Open("comment", "comments"),
        Open("comment_author", "who wrote a sealed comment"),
        Open("revision", "past versions"),
        Open("exchange_message", "messages of others' exchanges"),
        Open("confidential_annex", "annexes"),
        Open("profile_detail", "details of colleagues"),
        Open("search_text", "counts and facets of a search") with { Asks = question => question.Query.Contains("search(", StringComparison.Ordinal) },
        new("an item of an inbox", Opening("alert"))
        {
            Change = services => services.AddSingleton<IInboxSource, AlertsOfOthers>(),
            Asks = question => question.Query.Contains("inbox", StringComparison.Ordinal),
        },
        new("an event", "update r2p.event set readers = readers || array['members'] where type = 'MESSAGE_DRAFTED'"),
        new("an expired document", "update r2p.assessment set expires_at = null; update r2p.practice set expires_at = null"),
    }.ToDictionary(mutant => mutant.Leaks, StringComparer.Ordinal);

    /// <summary>One table's policies let everybody in, and the service relies on them.</summary>
    private static Mutant Open(string table, string leaks) => new(leaks, Opening(table)) { TrustsTheDatabase = true };

    private static string Opening(string table) => $"""
        do $$
        declare
            loosened text;
        begin
            for loosened in select policyname from pg_policies where schemaname = 'r2p' and tablename = '{table}' and cmd = 'SELECT' loop
                execute format('alter policy %I on r2p.{table} using (true)', loosened);
            end loop;
        end
        $$
        """;

    /// <summary>An inbox query that asks nobody who the reader is.</summary>
    private sealed class AlertsOfOthers : IInboxSource
    {
        public IQueryable<InboxEntry> For(DocumentContext db, InboxQuestion asked) => db.Set<Alert>().Select(alert => new InboxEntry
        {
            Reason = "ALERT_TO_ACKNOWLEDGE",
            TypeName = "Alert",
            SubjectId = alert.Id,
            OfficeId = alert.OwnerId,
            DueOn = null,
            Since = alert.CreatedAt,
        });
    }
}
