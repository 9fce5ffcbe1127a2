create sequence r2p.event_position;

-- Everything that happened, in the order of the commits. Positions may have holes, but never appear out of order; nor do times, and what is appended
-- later has a later one.
create table r2p.event (
    position bigint primary key,
    id uuid not null unique,
    type text not null,
    document_id uuid,
    document_kind text,
    version int,
    at timestamptz not null,
    person_id uuid,
    office_id uuid,
    readers text[] not null,
    changes_access boolean not null,
    data jsonb not null
);
create index on r2p.event (document_id, position);
alter table r2p.event enable row level security;
create policy readers_select on r2p.event for select using (readers && (select r2p.tokens()));
grant select on r2p.event to r2p_service;

-- The only way into the log. Must be the last statement of its transaction: the lock is held until the commit is
-- visible, so whoever has seen a position will never see a lower one appear.
create function r2p.append_events(events jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stamp timestamptz;
begin
    perform r2p.lock_alone('EVENTS');
    select greatest(clock_timestamp(), (select e.at + interval '1 microsecond' from r2p.event e order by e.position desc limit 1)) into stamp;
    insert into r2p.event
        (position, id, type, document_id, document_kind, version, at, person_id, office_id, readers, changes_access, data)
    select nextval('r2p.event_position'), e.* from (
        select (e ->> 'id')::uuid, e ->> 'type', (e ->> 'documentId')::uuid, e ->> 'documentKind',
            (e ->> 'version')::int, stamp,
            case when (e ->> 'hidesActor')::boolean then null else r2p.person() end,
            case when (e ->> 'hidesActor')::boolean then null else r2p.office() end,
            array(select jsonb_array_elements_text(e -> 'readers')), (e ->> 'changesAccess')::boolean, e -> 'data'
        from jsonb_array_elements(events) with ordinality as list(e, place)
        order by place) e;
end
$$;
revoke all on function r2p.append_events(jsonb) from public;
grant execute on function r2p.append_events(jsonb) to r2p_service;

-- For the one reader of the process that wakes the followers: what happened and who may hear of it, without content. In PL/pgSQL, whose plans a
-- connection keeps.
create function r2p.event_headers(after bigint, max int)
returns table ("position" bigint, id uuid, type text, document_id uuid, document_kind text, readers text[],
    changes_access boolean, at timestamptz, office_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return query
        select e.position, e.id, e.type, e.document_id, e.document_kind, e.readers, e.changes_access, e.at, e.office_id
        from r2p.event e where e.position > after order by e.position limit max;
end
$$;
revoke all on function r2p.event_headers(bigint, int) from public;
grant execute on function r2p.event_headers(bigint, int) to r2p_service;

create function r2p.event_head() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(max(e.position), 0) from r2p.event e
$$;
revoke all on function r2p.event_head() from public;
grant execute on function r2p.event_head() to r2p_service;

-- Keys that all instances of the service share, and that travel with a dump.
create table r2p.service_key (
    name text primary key,
    key bytea not null
);
insert into r2p.service_key
select 'event-cursor', sha256(string_agg(uuid_send(gen_random_uuid()), ''::bytea)) from generate_series(1, 4);

create function r2p.read_service_key(key_name text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select k.key from r2p.service_key k where k.name = key_name
$$;
revoke all on function r2p.read_service_key(text) from public;
grant execute on function r2p.read_service_key(text) to r2p_service;

-- Whether rows of other offices hang on a document, also such that its owner does not see: they must not go with it.
create function r2p.has_words_of_others(target_document uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    candidate record;
    hangs boolean;
begin
    for candidate in select k.table_name as document_table, w.* from r2p.words_of_others w join r2p.document_kind k using (kind) loop
        execute format(
            'select exists (select from r2p.%I d join r2p.%I w on w.%I = d.id where d.id = $1 and w.%I is distinct from d.owner_id '
            'and r2p.holds(''office:'' || d.owner_id) and (%s))',
            candidate.document_table, candidate.table_name, candidate.document_column, candidate.office_column, candidate.condition)
            into hangs using target_document;
        if hangs then
            return true;
        end if;
    end loop;
    return false;
end
$$;
revoke all on function r2p.has_words_of_others(uuid) from public;
grant execute on function r2p.has_words_of_others(uuid) to r2p_service;

-- Erases a document for good: the row, its revisions, the content of its events. Its id, the time and the reason stay.
-- Only for holders of the owner's office and for the owner of the tables; false when there is nothing to erase for them.
create function r2p.erase_document(target_document uuid, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    candidate record;
    its_kind text;
    its_owner uuid;
    its_readers text[];
begin
    for candidate in select k.kind, k.table_name from r2p.document_kind k loop
        execute format('select owner_id, readers from r2p.%I where id = $1', candidate.table_name)
            into its_owner, its_readers using target_document;
        its_kind := candidate.kind;
        exit when its_owner is not null;
    end loop;
    if its_owner is null then
        select r.kind, r.owner_id, r.readers into its_kind, its_owner, its_readers from r2p.revision r
        where r.document_id = target_document order by r.version desc limit 1;
    end if;
    if its_owner is null or not (r2p.holds('office:' || its_owner) or session_user = current_user) then
        return false;
    end if;
    if r2p.has_words_of_others(target_document) then
        raise exception 'What other offices wrote hangs on the document %.', target_document using errcode = 'insufficient_privilege';
    end if;

    execute format('delete from r2p.%I where id = $1', (select k.table_name from r2p.document_kind k where k.kind = its_kind))
        using target_document;
    delete from r2p.revision r where r.document_id = target_document;
    update r2p.event e set data = '{}' where e.document_id = target_document;
    insert into r2p.erasure (document_id, kind, at, reason, person_id, readers)
    values (target_document, its_kind, clock_timestamp(), why, r2p.person(), its_readers);
    return true;
end
$$;
revoke all on function r2p.erase_document(uuid, text) from public;
grant execute on function r2p.erase_document(uuid, text) to r2p_service;

-- What a mutation answered, so that its retry gets the same answer instead of happening twice.
create table r2p.act_outcome (
    person_id uuid not null,
    client_mutation_id text not null,
    act text not null,
    input_hash text not null,
    outcome jsonb not null,
    at timestamptz not null,
    primary key (person_id, client_mutation_id)
);
alter table r2p.act_outcome enable row level security;
create policy own_select on r2p.act_outcome for select using (person_id = (select r2p.person()));
create policy own_insert on r2p.act_outcome for insert with check (person_id = (select r2p.person()));
grant select, insert on r2p.act_outcome to r2p_service;
