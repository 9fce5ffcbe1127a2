-- The two roles: whoever runs this owns everything; r2p_service owns nothing and can't step around row-level security.
-- Roles belong to the whole server, so another database may have made it already, even at this very moment.
do $$
begin
    if not exists (select from pg_roles where rolname = 'r2p_service') then
        create role r2p_service nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
exception when duplicate_object or unique_violation then
    null;
end
$$;

revoke all on schema r2p from public;
grant usage on schema r2p to r2p_service;

-- What the viewer of this transaction holds. Unset means nobody: an empty list that overlaps with nothing.
create function r2p.tokens() returns text[] language sql stable parallel safe
return coalesce(nullif(current_setting('r2p.tokens', true), '')::text[], '{}'::text[]);

create function r2p.person() returns uuid language sql stable parallel safe
return nullif(current_setting('r2p.person', true), '')::uuid;

create function r2p.office() returns uuid language sql stable parallel safe
return nullif(current_setting('r2p.office', true), '')::uuid;

create function r2p.holds(token text) returns boolean language sql stable parallel safe
return token = any(r2p.tokens());

-- Past its expiry a row is open to its owner's office only.
create function r2p.is_open(expires_at timestamptz, owner_id uuid) returns boolean language sql stable parallel safe
return expires_at is null or expires_at > now() or r2p.holds('office:' || owner_id);

-- The one predicate of access. The policies below say the same with (select r2p.tokens()), which is
-- evaluated once for a statement instead of once for a row, and lets the index on readers serve.
create function r2p.may_read(readers text[], expires_at timestamptz, owner_id uuid) returns boolean
language sql stable parallel safe
return readers && r2p.tokens() and r2p.is_open(expires_at, owner_id);

-- Row-level security for rows with a plain "readers text[]" that are no documents (comments, directory entries). They are read by whoever is among their
-- readers. Who writes them is said by `writes`, which names what the service may do at all, such as 'insert, update (status)': the migration adds the policies
-- that say who. Left out, they are changed and removed by their readers, and added in any opened session.
create function r2p.make_readable_table(table_name text, writes text default null) returns void language plpgsql as $$
begin
    execute format('alter table r2p.%I enable row level security', table_name);
    execute format('create index on r2p.%I using gin (readers)', table_name);
    execute format('create policy readers_select on r2p.%I for select using (readers && (select r2p.tokens()))', table_name);
    execute format('grant %s on r2p.%I to r2p_service', concat_ws(', ', 'select', nullif(coalesce(writes, 'insert, update, delete'), '')), table_name);
    if writes is null then
        execute format('create policy session_insert on r2p.%I for insert with check (cardinality((select r2p.tokens())) > 0)', table_name);
        execute format('create policy readers_update on r2p.%I for update using (readers && (select r2p.tokens()))', table_name);
        execute format('create policy readers_delete on r2p.%I for delete using (readers && (select r2p.tokens()))', table_name);
    end if;
end
$$;
revoke all on function r2p.make_readable_table(text, text) from public;
