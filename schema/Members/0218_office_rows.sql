-- What an office says of its mandate: one row for each matter and time, each with readers of its own.
create table r2p.mandate_entry (
    topic text not null,
    text  text not null,
    since date not null,
    until date
);
select r2p.make_shared_row_table('mandate_entry', 'MANDATE_ENTRY');

-- What an office says of itself in the directory, each detail with readers of its own.
create table r2p.profile_detail (
    topic text not null,
    value text not null
);
select r2p.make_shared_row_table('profile_detail', 'PROFILE_DETAIL');
create index profile_detail_value on r2p.profile_detail (topic, value);

-- A newcomer and an experienced peer, who have to agree both. Known to the two and to the secretariat that brings them together.
create table r2p.pairing (
    id              uuid primary key,
    network_id      uuid not null references r2p.party,
    newcomer_id     uuid not null references r2p.office,
    peer_id         uuid not null references r2p.office,
    purpose         text not null,
    status          text not null check (status in ('PROPOSED', 'ACTIVE', 'ENDED')),
    newcomer_agreed boolean not null,
    peer_agreed     boolean not null,
    proposed_at     timestamptz not null,
    version         int not null,
    readers         text[] not null
);
select r2p.make_readable_table('pairing', 'insert, update (status, newcomer_agreed, peer_agreed, version)');
create policy network_insert on r2p.pairing for insert with check (status = 'PROPOSED' and not newcomer_agreed and not peer_agreed
    and exists (select from r2p.office o where o.party_id = network_id and r2p.holds('office:' || o.id)));
create policy own_office_update on r2p.pairing for update
    using (status <> 'ENDED' and (r2p.holds('office:' || newcomer_id) or r2p.holds('office:' || peer_id)))
    with check (r2p.holds('office:' || newcomer_id) or r2p.holds('office:' || peer_id));
