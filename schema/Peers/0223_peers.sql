-- What an office lets others know in order to be matched with like ones: nothing but codes that it chose. Each office reads its own row.
create table r2p.peer_profile (
    office_id  uuid primary key references r2p.office on delete cascade,
    inhibitors text[] not null,
    contexts   text[] not null,
    since      timestamptz not null,
    readers    text[] not null
);
select r2p.make_readable_table('peer_profile');
drop policy session_insert on r2p.peer_profile;
create policy own_insert on r2p.peer_profile for insert
    with check (r2p.holds('office:' || office_id) and readers = array['office:' || office_id]);

-- The offices that opted in and share a code with one that did, too: each with the codes that both chose, and no more. In the order of their names: nobody is
-- ranked.
create function r2p.suggest_peers(for_office uuid)
returns table (office_id uuid, inhibitors text[], contexts text[])
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select peer.office_id, shared.inhibitors, shared.contexts
    from r2p.peer_profile own
    join r2p.peer_profile peer on peer.office_id <> own.office_id
    join r2p.office o on o.id = peer.office_id
    cross join lateral (select
        array(select code from unnest(own.inhibitors) code where code = any(peer.inhibitors) order by code) as inhibitors,
        array(select code from unnest(own.contexts) code where code = any(peer.contexts) order by code) as contexts) shared
    where own.office_id = for_office and r2p.holds('office:' || for_office)
        and (own.inhibitors && peer.inhibitors or own.contexts && peer.contexts)
    order by o.name, o.id
    limit 100
$$;
revoke all on function r2p.suggest_peers(uuid) from public;
grant execute on function r2p.suggest_peers(uuid) to r2p_service;
