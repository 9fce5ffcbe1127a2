using Npgsql;

namespace R2P.Documents;

/// <summary>
/// Row-level security lets a condition use an index only when its operator is marked leakproof. These compare without
/// ever telling what they compare, in errors or otherwise, so they may be; only a superuser can say so. The marks belong
/// to the server's own functions, which no dump contains: hence at every start, not in a migration.
/// </summary>
internal static class LeakproofOperators
{
    private const string Mark =
        """
        do $$
        declare
            operation regprocedure;
        begin
            if not (select rolsuper from pg_roles where rolname = current_user) then
                return;
            end if;
            for operation in
                select p.oid from pg_proc p
                where not p.proleakproof and p.oid in (
                    'pg_catalog.arrayoverlap(anyarray, anyarray)'::regprocedure,
                    'pg_catalog.arraycontains(anyarray, anyarray)'::regprocedure,
                    'pg_catalog.arraycontained(anyarray, anyarray)'::regprocedure,
                    'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure,
                    'pg_catalog.ts_match_qv(tsquery, tsvector)'::regprocedure)
            loop
                execute format('alter function %s leakproof', operation);
            end loop;
        end
        $$
        """;

    public static async Task MarkAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Mark, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
