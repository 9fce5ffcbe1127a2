-- The kinds of documents and the tables that hold them.
create table r2p.document_kind (
    kind text primary key,
    table_name text not null unique
);
grant select on r2p.document_kind to r2p_service;

-- The tables whose rows go when a document goes, though another office than its owner's wrote them. An owner can't erase a document on which such
-- rows hang. Each kind's migration adds its own.
create table r2p.words_of_others (
    table_name      text primary key,
    kind            text not null references r2p.document_kind,
    document_column text not null,
    office_column   text not null, -- null in it: an author who is not named, and so nobody's but theirs
    condition       text not null default 'true'
);

-- Who may find what: one row per current reader of a document, in the order in which lists show them, so that a list
-- is the merge of the first rows of each token that the viewer holds. Kept by trigger.
create table r2p.document_reader (
    token text not null,
    kind text not null,
    published_at timestamptz not null, -- 'infinity' until the document is published
    id uuid not null,
    primary key (token, kind, published_at, id)
);
alter table r2p.document_reader enable row level security;
create policy token_select on r2p.document_reader for select using (token = any((select r2p.tokens())::text[]));
grant select on r2p.document_reader to r2p_service;

-- Every state that a document has left behind, whole, with the readers that it had. What replaced it (who, when, why) is part of the next state: for
-- that one's readers.
create table r2p.revision (
    document_id uuid not null,
    version int not null,
    kind text not null,
    readers text[] not null,
    owner_id uuid not null,
    expires_at timestamptz,
    replaced_at timestamptz not null,
    replaced_by uuid,
    act text,
    reason text,
    document jsonb not null,
    next_readers text[] not null,
    next_expires_at timestamptz,
    primary key (document_id, version)
);
alter table r2p.revision enable row level security;
create policy readers_select on r2p.revision for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
grant select on r2p.revision to r2p_service;

-- The same as each viewer may know it: whoever may not read the next state is not told of the step to it.
create view r2p.past_version with (security_invoker) as
    select v.document_id, v.version, v.kind, v.readers, v.owner_id, v.expires_at,
        case when v.tells then v.replaced_at end as replaced_at, case when v.tells then v.replaced_by end as replaced_by,
        case when v.tells then v.act end as act, case when v.tells then v.reason end as reason
    from (select r.*, r2p.may_read(r.next_readers, r.next_expires_at, r.owner_id) as tells from r2p.revision r) v;
grant select on r2p.past_version to r2p_service;

-- What remains of an erased document.
create table r2p.erasure (
    document_id uuid primary key,
    kind text not null,
    at timestamptz not null,
    reason text not null,
    person_id uuid,
    readers text[] not null
);
alter table r2p.erasure enable row level security;
create policy readers_select on r2p.erasure for select using (readers && (select r2p.tokens()));
grant select on r2p.erasure to r2p_service;

create function r2p.keep_readers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.readers = new.readers and old.published_at is not distinct from new.published_at then
        return null;
    end if;
    if tg_op <> 'INSERT' then
        delete from r2p.document_reader r
        where r.token = any(old.readers) and r.kind = tg_argv[0]
            and r.published_at = coalesce(old.published_at, 'infinity') and r.id = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into r2p.document_reader (token, kind, published_at, id)
        select distinct token, tg_argv[0], coalesce(new.published_at, 'infinity'), new.id from unnest(new.readers) token;
    end if;
    return null;
end
$$;
revoke all on function r2p.keep_readers() from public;

create function r2p.keep_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and (new.id <> old.id or new.version <> old.version + 1) then
        raise exception 'A change of document % must raise its version by one, from %.', old.id, old.version
            using errcode = 'check_violation';
    end if;
    insert into r2p.revision
        (document_id, version, kind, readers, owner_id, expires_at, replaced_at, replaced_by, act, reason, document,
         next_readers, next_expires_at)
    values (old.id, old.version, tg_argv[0], old.readers, old.owner_id, old.expires_at,
        case tg_op when 'UPDATE' then new.updated_at else clock_timestamp() end,
        r2p.person(), nullif(current_setting('r2p.act', true), ''), nullif(current_setting('r2p.reason', true), ''),
        to_jsonb(old),
        case tg_op when 'UPDATE' then new.readers else array['office:' || old.owner_id] end,
        case tg_op when 'UPDATE' then new.expires_at end);
    return null;
end
$$;
revoke all on function r2p.keep_revision() from public;

-- Makes a document table of a table that has the envelope's columns. Called once by each kind's migration. A kind that
-- lets others than the owner's office write adds a permissive policy of its own.
create function r2p.make_document_table(table_name text, kind text) returns void language plpgsql as $$
declare
    readable constant text := 'readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id)';
    owned constant text := 'r2p.holds(''office:'' || owner_id)';
begin
    insert into r2p.document_kind values (kind, table_name);
    execute format('alter table r2p.%I enable row level security', table_name);
    execute format('grant select, insert, update, delete on r2p.%I to r2p_service', table_name);
    execute format('create index on r2p.%I using gin (readers)', table_name);
    execute format('create index on r2p.%I (owner_id)', table_name);
    execute format('create policy readers_select on r2p.%I for select using (%s)', table_name, readable);
    execute format('create policy owner_insert on r2p.%I for insert with check (%s)', table_name, owned);
    execute format('create policy owner_update on r2p.%I for update using (%s and %s) with check (%s)',
        table_name, readable, owned, owned);
    execute format('create policy owner_delete on r2p.%I for delete using (%s and %s)', table_name, readable, owned);
    execute format('create trigger keep_readers after insert or update or delete on r2p.%I '
        'for each row execute function r2p.keep_readers(%L)', table_name, kind);
    execute format('create trigger keep_revision after update or delete on r2p.%I '
        'for each row execute function r2p.keep_revision(%L)', table_name, kind);
end
$$;
revoke all on function r2p.make_document_table(text, text) from public;

-- Recall, and naming reviewers of one version: gives past versions (all of them when target_version is null) other
-- readers. Only for holders of the owner's office; for everybody else the answer is that of a document without history.
create function r2p.set_revision_readers(target_document uuid, target_version int, new_readers text[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed int;
begin
    update r2p.revision r set readers = new_readers
    where r.document_id = target_document and (target_version is null or r.version = target_version)
        and r2p.holds('office:' || r.owner_id);
    get diagnostics changed = row_count;
    update r2p.revision r set next_readers = new_readers
    where r.document_id = target_document and (target_version is null or r.version = target_version - 1)
        and r2p.holds('office:' || r.owner_id);
    return changed;
end
$$;
revoke all on function r2p.set_revision_readers(uuid, int, text[]) from public;
grant execute on function r2p.set_revision_readers(uuid, int, text[]) to r2p_service;
