-- Who holds which tokens changes seldom, and is asked for each event and subscriber. This counts the changes: while the count is the same, and no
-- moment has come at which an appointment or a membership begins or ends, every viewer holds what they held.

create table r2p.access_state (epoch bigint not null);
insert into r2p.access_state values (0);

-- Once a transaction, at its end: the row that others wait for is held for the commit only.
create function r2p.count_access_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update r2p.access_state s set epoch = s.epoch + 1 where s.xmin <> pg_current_xact_id()::xid;
    return null;
end
$$;
revoke all on function r2p.count_access_change() from public;

-- Every table that r2p.viewer reads, and what it calls.
do $$
declare
    source text;
begin
    foreach source in array array[
        'identity', 'person', 'appointment', 'office', 'party', 'membership', 'office_seal', 'reviewer', 'peer_review'] loop
        execute format('create constraint trigger count_access_change after insert or update or delete on r2p.%I '
            'deferrable initially deferred for each row execute function r2p.count_access_change()', source);
    end loop;
end
$$;

-- The next moment at which somebody's tokens change by themselves.
create function r2p.access_valid_until()
returns timestamptz
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select least(
        date_trunc('day', now()) + interval '1 day',
        (date_trunc('day', now() at time zone 'UTC') + interval '1 day') at time zone 'UTC',
        (select min(moment) from appointment a, unnest(array[a.starts_at, a.ends_at]) moment where moment > now()))
$$;

-- Viewers, and for how long that holds: one row for each identity in any case, with its place among those asked for. Who follows is asked about by this
-- alone, however many they are.
create function r2p.viewers_as_of(issuers text[], subjects text[])
returns table (place bigint, person_id uuid, display_name text, tokens text[], appointments jsonb, epoch bigint, valid_until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    return query
        with moment as materialized (
            select s.epoch, r2p.access_valid_until() as valid_until from access_state s
        )
        select asked.place, v.person_id, v.display_name, v.tokens, v.appointments, moment.epoch, moment.valid_until
        from moment
        cross join unnest(issuers, subjects) with ordinality asked (issuer, subject, place)
        left join lateral r2p.viewer(asked.issuer, asked.subject) v on true;
end
$$;

-- What decides who hears of an event, in one moment: the count, and every token by which a viewer may see the event, its document as it stands,
-- or one of its authors. No tokens if the event is not about a document, but about a review: that tells of a document with other readers; nor if
-- the document is restricted: each reading of it is recorded, with who read.
create function r2p.event_audience(of_position bigint)
returns table (epoch bigint, at timestamptz, tokens text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    source record;
    restricted boolean;
begin
    select s.epoch, now() into epoch, at from r2p.access_state s;
    select e.readers, e.document_id, k.table_name into source
        from r2p.event e join r2p.document_kind k on k.kind = e.document_kind and k.kind <> 'PEER_REVIEW'
        where e.position = of_position and exists (
            select from pg_attribute a where a.attrelid = format('r2p.%I', k.table_name)::regclass and a.attname = 'author_ids');
    if found then
        execute format(
            'select d.is_restricted, $2 || d.readers || (''office:'' || d.owner_id) || array(select ''person:'' || a from unnest(d.author_ids) a) '
            'from r2p.%I d where d.id = $1', source.table_name)
            into restricted, tokens using source.document_id, source.readers;
        tokens := case when restricted then null else coalesce(tokens, source.readers) end;
    end if;
    return next;
end
$$;

revoke all on function r2p.access_valid_until(), r2p.viewers_as_of(text[], text[]), r2p.event_audience(bigint) from public;
grant execute on function r2p.viewers_as_of(text[], text[]), r2p.event_audience(bigint) to r2p_service;
