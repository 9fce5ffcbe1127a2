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

revoke all on function r2p.access_valid_until(), r2p.viewers_as_of(text[], text[]) from public;
grant execute on function r2p.viewers_as_of(text[], text[]) to r2p_service;
