using Npgsql;
using R2P.Tests;

namespace R2P.Schema.Tests.Leaks;

/// <summary>
/// A copy of a database from which everything that a persona may not see is physically deleted. What that is, it decides by itself, from the rows'
/// readers; a table without readers of its own shows what its policy shows of the rest.
/// </summary>
internal sealed class CloneDatabase
{
    private readonly PostgresFixture _postgres;
    private readonly string _name;
    private readonly string _template;

    private CloneDatabase(PostgresFixture postgres, string template, string name)
    {
        _postgres = postgres;
        _name = name;
        _template = template;
        Database = postgres.Describe(_name);
    }

    public TestDatabase Database { get; }

    /// <summary>A copy of a database; nobody may be connected to that.</summary>
    public static CloneDatabase Of(PostgresFixture postgres, TestDatabase source, string suffix)
    {
        var template = new NpgsqlConnectionStringBuilder(source.OwnerConnectionString).Database!;
        return new CloneDatabase(postgres, template, $"{template}_{suffix}");
    }

    /// <summary>A database that is there already.</summary>
    public static CloneDatabase Named(PostgresFixture postgres, TestDatabase database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database!;
        return new CloneDatabase(postgres, name, name);
    }

    /// <summary>Makes the copy anew, whole; then its owner may do something to it.</summary>
    public async Task MakeAsync(string? change = null)
    {
        await AdministerAsync($"drop database if exists {_name} with (force)");
        await AdministerAsync($"create database {_name} template {_template} strategy file_copy");
        if (change is not null)
        {
            await using var connection = new NpgsqlConnection($"{Database.OwnerConnectionString};Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"set session_replication_role = replica; {change}", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public Task DropAsync() => AdministerAsync($"drop database if exists {_name} with (force)");

    /// <summary>Makes the copy anew, with what is left for a persona (null: nobody).</summary>
    /// <returns>How many rows were deleted.</returns>
    public async Task<long> MakeForAsync(string? subject)
    {
        await MakeAsync();
        return await DeleteHiddenAsync(subject);
    }

    private async Task<long> DeleteHiddenAsync(string? subject)
    {
        await using var connection = new NpgsqlConnection($"{Database.OwnerConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using (var tokens = new NpgsqlCommand(Tokens, connection))
        {
            tokens.Parameters.AddWithValue(NetworkFixture.Issuer);
            tokens.Parameters.AddWithValue(subject ?? "");
            await tokens.ExecuteNonQueryAsync();
        }

        await using (var deletion = new NpgsqlCommand(Deletion, connection))
        {
            await deletion.ExecuteNonQueryAsync();
        }

        await using var count = new NpgsqlCommand("select current_setting('leak.deleted')::bigint", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres.Server.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private const string Tokens = """
        select set_config('r2p.tokens', coalesce((select v.tokens from r2p.viewer($1, $2) v), array['public'])::text, false),
               set_config('r2p.person', coalesce((select v.person_id from r2p.viewer($1, $2) v)::text, ''), false)
        """;

    /// <summary>No trigger, no foreign key looks on: what is gone was never there.</summary>
    private const string Deletion = """
        do $$
        declare
            source record;
            held text[] := r2p.tokens();
            gone bigint;
            total bigint := 0;
        begin
            set local session_replication_role = replica;
            for source in
                select c.relname as name,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'readers') as has_readers,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'expires_at')
                           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'owner_id') as expires,
                       (select string_agg('(' || p.qual || ')', ' or ') from pg_policies p
                        where p.schemaname = 'r2p' and p.tablename = c.relname and p.cmd in ('SELECT', 'ALL')) as shown
                from pg_class c
                where c.relnamespace = 'r2p'::regnamespace and c.relkind = 'r' and c.relrowsecurity
                order by has_readers desc, c.relname
            loop
                if source.has_readers then
                    -- Who one is, one knows without any right.
                    execute format('delete from r2p.%I where (not readers && $1 %s) %s', source.name,
                        case when source.expires then 'or (expires_at <= now() and not (''office:'' || owner_id) = any($1))' else '' end,
                        case source.name when 'person' then 'and id is distinct from r2p.person()' else '' end) using held;
                elsif source.shown is not null then
                    execute format('delete from r2p.%I where (%s) is not true', source.name, source.shown);
                else
                    continue;
                end if;
                get diagnostics gone = row_count;
                total := total + gone;
            end loop;
            perform set_config('leak.deleted', total::text, false);
        end
        $$
        """;
}
