create table r2p.assistance_request (
    country       text,
    organization  text,
    category      text not null,
    form          text not null,
    civilian_form text,
    inhibitors    text[] not null,
    urgency       text not null,
    needed_by     date,
    check ((country is null) <> (organization is null))
);
select r2p.make_shared_document_table('assistance_request', 'ASSISTANCE_REQUEST');
create index assistance_request_country on r2p.assistance_request (country, published_at);
create index assistance_request_form on r2p.assistance_request (form, published_at);

create table r2p.assistance_offer (
    request_id        uuid, -- null for a standing offer; the request may have been erased
    requester_id      uuid references r2p.office,
    country           text,
    category          text not null,
    form              text not null,
    civilian_forms    text[] not null,
    inhibitors        text[] not null,
    answer            text,
    scope_proposed_by uuid references r2p.office,
    next_review_on    date,
    check ((request_id is null) = (requester_id is null))
);
select r2p.make_shared_document_table('assistance_offer', 'ASSISTANCE_OFFER');
create index assistance_offer_request on r2p.assistance_offer (request_id);
create index assistance_offer_requester on r2p.assistance_offer (requester_id, status);
create index assistance_offer_form on r2p.assistance_offer (form, published_at);

-- Whoever asked answers what was offered to them, and writes down with the other side what is agreed.
create policy requester_update on r2p.assistance_offer for update
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id) and r2p.holds('office:' || requester_id))
    with check (readers && (select r2p.tokens()) and r2p.holds('office:' || requester_id));
create trigger keep_owner before update on r2p.assistance_offer for each row
    when (r2p.holds('office:' || old.requester_id) and not r2p.holds('office:' || old.owner_id)
        and (new.owner_id <> old.owner_id or new.readers <> old.readers or new.expires_at is distinct from old.expires_at))
    execute function r2p.keep_owner();

-- The side whose offer was accepted moves the request on when it confirms the scope, and nothing else of it. Others read the request, too: its history
-- does not keep who that was.
create function r2p.agree_request(of_offer uuid, at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp set r2p.person = '' as $$
    update r2p.assistance_request r
    set status = 'AGREED', version = r.version + 1, updated_at = at
    from r2p.assistance_offer o
    where o.id = of_offer and o.answer = 'ACCEPTED' and o.status = 'AGREED' and r2p.holds('office:' || o.owner_id)
        and r.id = o.request_id and r.status = 'MATCHED'
$$;
revoke all on function r2p.agree_request(uuid, timestamptz) from public;
grant execute on function r2p.agree_request(uuid, timestamptz) to r2p_service;

-- Who was consulted about what is needed: for the office that asks, alone.
create table r2p.assistance_consultation (
    request_id uuid primary key references r2p.assistance_request on delete cascade,
    owner_id   uuid not null references r2p.office,
    readers    text[] not null,
    consulted  jsonb not null
);
select r2p.make_readable_table('assistance_consultation', 'insert, update');
create policy owner_insert on r2p.assistance_consultation for insert with check (r2p.holds('office:' || owner_id));
create policy owner_update on r2p.assistance_consultation for update
    using (r2p.holds('office:' || owner_id)) with check (r2p.holds('office:' || owner_id));
