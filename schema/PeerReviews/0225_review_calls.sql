-- A review that welcomes offers says so in a row of its own: with readers of its own, and nothing of the document in it.
create table r2p.review_call (
    review_id     uuid not null unique references r2p.peer_review on delete cascade,
    document_kind text not null,
    status        text not null check (status in ('OPEN', 'ENDED')),
    text          text not null,
    opens_on      date not null,
    due_on        date
);
select r2p.make_shared_row_table('review_call', 'REVIEW_CALL');
revoke delete on r2p.review_call from r2p_service;
create policy own_review on r2p.review_call as restrictive for insert with check (exists (
    select from r2p.peer_review v where v.id = review_id and v.owner_id = review_call.owner_id));

-- Whether the viewer may offer: the call is open, and they read it.
create function r2p.welcomes_offer(of_call uuid, of_review uuid, owner uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from r2p.review_call c
        where c.id = of_call and c.review_id = of_review and c.owner_id = owner and c.status = 'OPEN'
            and r2p.may_read(c.readers, c.expires_at, c.owner_id))
$$;
revoke all on function r2p.welcomes_offer(uuid, uuid, uuid) from public;
grant execute on function r2p.welcomes_offer(uuid, uuid, uuid) to r2p_service;

-- Who offered to review: between that office and the owner's. An office offers for itself; the owner decides, and changes no word of it.
create table r2p.review_offer (
    id                   uuid primary key,
    call_id              uuid not null references r2p.review_call on delete cascade,
    review_id            uuid not null references r2p.peer_review on delete cascade,
    owner_id             uuid not null references r2p.office,
    office_id            uuid not null references r2p.office check (office_id <> owner_id),
    status               text not null check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED')),
    conflict_of_interest text not null,
    brings               text not null,
    people               int check (people > 0),
    women                int check (women between 0 and people),
    offered_at           timestamptz not null,
    decided_at           timestamptz,
    reason               text,
    readers              text[] not null check (cardinality(readers) = 2 and readers @> array['office:' || owner_id, 'office:' || office_id]),
    unique (call_id, office_id),
    check ((people is null) = (women is null))
);
select r2p.make_readable_table('review_offer', 'insert, update (status, decided_at, reason)');
create index review_offer_review on r2p.review_offer (review_id);
create policy own_insert on r2p.review_offer for insert
    with check (status = 'OFFERED' and r2p.holds('office:' || office_id) and r2p.welcomes_offer(call_id, review_id, owner_id));
create policy owner_update on r2p.review_offer for update using (status = 'OFFERED' and r2p.holds('office:' || owner_id))
    with check (r2p.holds('office:' || owner_id));

-- Makes a reviewer of an office whose offer its owner has accepted, and is among the review's readers now: from then on the panel knows of each other.
create function r2p.admit_reviewer(of_offer uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    offer r2p.review_offer;
    panel text[];
begin
    select o.* into offer from r2p.review_offer o
        where o.id = of_offer and o.status = 'ACCEPTED' and r2p.holds('office:' || o.owner_id);
    select v.readers into panel from r2p.peer_review v
        where v.id = offer.review_id and v.status = 'OPEN' and v.readers @> array['office:' || offer.office_id];
    if panel is null then
        return false;
    end if;
    insert into r2p.reviewer (review_id, office_id, status, conflict_of_interest, answered_at, people, women, readers)
    values (offer.review_id, offer.office_id, 'ACCEPTED', offer.conflict_of_interest, offer.decided_at, offer.people, offer.women, panel)
    on conflict do nothing;
    update r2p.reviewer r set readers = panel where r.review_id = offer.review_id;
    return true;
end
$$;
revoke all on function r2p.admit_reviewer(uuid) from public;
grant execute on function r2p.admit_reviewer(uuid) to r2p_service;
