-- What an office lets others know in order to be matched with like ones: nothing but codes that it chose. Each office reads its own row.
create table r2p.peer_profile (
    office_id  uuid primary key references r2p.office on delete cascade,
    inhibitors text[] not null,
    contexts   text[] not null,
    since      timestamptz not null,
    readers    text[] not null
);
select r2p.make_readable_table('peer_profile', 'insert, delete');
create policy own_insert on r2p.peer_profile for insert
    with check (r2p.holds('office:' || office_id) and readers = array['office:' || office_id]);
create policy own_delete on r2p.peer_profile for delete using (r2p.holds('office:' || office_id));

-- Two offices that opted in and share a code, told to each in a row of its own, with the codes that both chose and no more. Made when one opts in, so that to
-- ask for one's peers reads nothing of anybody else's.
create table r2p.peer_match (
    office_id  uuid not null references r2p.office on delete cascade,
    peer_id    uuid not null references r2p.office on delete cascade,
    inhibitors text[] not null,
    contexts   text[] not null,
    readers    text[] not null,
    primary key (office_id, peer_id)
);
select r2p.make_readable_table('peer_match', '');

create function r2p.match_peers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    -- Two who opt in at the same moment must not miss each other.
    perform r2p.lock_alone('PEERS');
    if tg_op = 'DELETE' then
        delete from r2p.peer_match m where old.office_id in (m.office_id, m.peer_id);
        return null;
    end if;
    insert into r2p.peer_match (office_id, peer_id, inhibitors, contexts, readers)
    select pair.one, pair.other, shared.inhibitors, shared.contexts, array['office:' || pair.one]
    from r2p.peer_profile peer
    cross join lateral (select
        array(select code from unnest(new.inhibitors) code where code = any(peer.inhibitors) order by code) as inhibitors,
        array(select code from unnest(new.contexts) code where code = any(peer.contexts) order by code) as contexts) shared
    cross join lateral (values (new.office_id, peer.office_id), (peer.office_id, new.office_id)) pair(one, other)
    where peer.office_id <> new.office_id and cardinality(shared.inhibitors) + cardinality(shared.contexts) > 0;
    return null;
end
$$;
revoke all on function r2p.match_peers() from public;
create trigger match_peers after insert or delete on r2p.peer_profile for each row execute function r2p.match_peers();
