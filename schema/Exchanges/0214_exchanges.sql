create table r2p.exchange (
    countries       text[] not null,
    participant_ids uuid[] not null -- the offices that take part now, and with them the readers: who left keeps the version of their time
);
select r2p.make_shared_document_table('exchange', 'EXCHANGE');
create index exchange_countries on r2p.exchange using gin (countries);
create index exchange_participants on r2p.exchange using gin (participant_ids);

create function r2p.holds_one_of(offices uuid[]) returns boolean language sql stable parallel safe
return exists (select from unnest(offices) office where r2p.holds('office:' || office));

-- An exchange is nobody's alone: whoever takes part invites, leaves and closes. What else of it may change is the acts' business.
create policy participant_update on r2p.exchange for update
    using (readers && (select r2p.tokens()) and r2p.holds_one_of(participant_ids))
    with check (readers && (select r2p.tokens()));

-- Whether the viewer may write in an exchange.
create function r2p.takes_part(of_exchange uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (select from r2p.exchange e where e.id = of_exchange and e.status = 'OPEN' and r2p.holds_one_of(e.participant_ids))
$$;
revoke all on function r2p.takes_part(uuid) from public;
grant execute on function r2p.takes_part(uuid) to r2p_service;

-- Who took part from when to when, one row for each stay. A newcomer sees who is there, and not who left before.
create table r2p.exchange_participant (
    exchange_id   uuid not null references r2p.exchange on delete cascade,
    office_id     uuid not null references r2p.office,
    invited_by_id uuid references r2p.office,
    joined_at     timestamptz not null,
    left_at       timestamptz,
    readers       text[] not null,
    primary key (exchange_id, office_id, joined_at)
);
select r2p.make_readable_table('exchange_participant', 'insert, update (readers)');
create policy participant_insert on r2p.exchange_participant for insert with check (r2p.takes_part(exchange_id));
create policy participant_update on r2p.exchange_participant for update using (r2p.takes_part(exchange_id));

create table r2p.exchange_message (
    id                uuid primary key,
    exchange_id       uuid not null references r2p.exchange on delete cascade,
    owner_id          uuid not null references r2p.office,
    author_id         uuid not null references r2p.person,
    version           int not null,
    status            text not null check (status in ('DRAFT', 'SENT', 'WITHDRAWN')),
    to_everybody      boolean not null,
    to_ids            uuid[] not null,
    in_reply_to_id    uuid references r2p.exchange_message on delete set null,
    corrects_id       uuid references r2p.exchange_message on delete set null,
    text              text not null,
    purpose           text,
    onward_sharing    boolean not null,
    expires_at        timestamptz,
    reply_expected_by date,
    document_links    text[] not null,
    created_at        timestamptz not null,
    sent_at           timestamptz,
    readers           text[] not null,
    is_restricted     boolean not null generated always as (status = 'SENT') stored,
    constraint own_unless_sent check (status = 'SENT' or readers = array['office:' || owner_id])
);
alter table r2p.exchange_message enable row level security;
grant select, insert, update on r2p.exchange_message to r2p_service;
create index on r2p.exchange_message using gin (readers);
create index exchange_message_exchange on r2p.exchange_message (exchange_id, created_at);
create index exchange_message_owner on r2p.exchange_message (owner_id, sent_at);
create index exchange_message_in_reply_to on r2p.exchange_message (in_reply_to_id);
create index exchange_message_expected on r2p.exchange_message (reply_expected_by) where status = 'SENT' and reply_expected_by is not null;
create policy readers_select on r2p.exchange_message for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
create policy participant_insert on r2p.exchange_message for insert
    with check (r2p.holds('office:' || owner_id) and r2p.takes_part(exchange_id));
create policy own_update on r2p.exchange_message for update
    using (r2p.holds('office:' || owner_id) and status <> 'WITHDRAWN')
    with check (r2p.holds('office:' || owner_id) and (status = 'WITHDRAWN' or r2p.takes_part(exchange_id)));

-- What was sent stays as it was sent: its author can take it back, and nothing else.
create function r2p.keep_sent_message() returns trigger language plpgsql as $$
begin
    if new.status <> 'WITHDRAWN'
        or to_jsonb(new) - '{status,version,readers,is_restricted}'::text[] <> to_jsonb(old) - '{status,version,readers,is_restricted}'::text[] then
        raise exception 'A message that was sent is not changed any more.' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger keep_sent_message before update on r2p.exchange_message
    for each row when (old.status = 'SENT') execute function r2p.keep_sent_message();

-- What those who could read a withdrawn message keep of it: its id.
create table r2p.exchange_tombstone (
    message_id  uuid primary key references r2p.exchange_message on delete cascade,
    exchange_id uuid not null references r2p.exchange on delete cascade,
    readers     text[] not null
);
select r2p.make_readable_table('exchange_tombstone', 'insert');
create index exchange_tombstone_exchange on r2p.exchange_tombstone (exchange_id);
create policy own_insert on r2p.exchange_tombstone for insert with check (exists (
    select from r2p.exchange_message m where m.id = message_id and m.exchange_id = exchange_tombstone.exchange_id and r2p.holds('office:' || m.owner_id)));

create table r2p.exchange_task (
    id          uuid primary key,
    exchange_id uuid not null references r2p.exchange on delete cascade,
    office_id   uuid not null references r2p.office,
    added_by_id uuid not null references r2p.office,
    text        text not null,
    due_on      date,
    created_at  timestamptz not null,
    done_at     timestamptz,
    result      text,
    readers     text[] not null
);
select r2p.make_readable_table('exchange_task', 'insert, update (done_at, result)');
create index exchange_task_exchange on r2p.exchange_task (exchange_id);
create index exchange_task_office on r2p.exchange_task (office_id) where done_at is null;
create policy participant_insert on r2p.exchange_task for insert
    with check (r2p.holds('office:' || added_by_id) and done_at is null and r2p.takes_part(exchange_id));
create policy doer_update on r2p.exchange_task for update
    using (done_at is null and r2p.takes_part(exchange_id) and (r2p.holds('office:' || office_id) or r2p.holds('office:' || added_by_id)))
    with check (r2p.holds('office:' || office_id) or r2p.holds('office:' || added_by_id));

-- Takes an office out of an exchange: it keeps what stays as it is, and reads no more of what can still change. Who leaves can't see the row that they
-- leave behind, so it is written here. If the exchange was theirs, the office that has been there longest has it now. Answers false if another version
-- stands there.
create function r2p.leave_exchange(of_exchange uuid, of_office uuid, seen_version int, at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    its_token constant text := 'office:' || of_office;
    held exchange;
    staying uuid[];
begin
    select * into held from exchange e where e.id = of_exchange and e.version = seen_version for update;
    if not found then
        return false;
    end if;
    staying := array_remove(held.participant_ids, of_office);
    if (r2p.holds(its_token) and held.status = 'OPEN' and of_office = any(held.participant_ids) and cardinality(staying) > 0) is not true then
        raise exception 'This office may not leave this exchange.' using errcode = 'insufficient_privilege';
    end if;
    update exchange_participant p set left_at = at where p.exchange_id = of_exchange and p.office_id = of_office and p.left_at is null;
    update exchange_participant p set readers = array_remove(p.readers, its_token) where p.exchange_id = of_exchange and p.left_at is null;
    update exchange_task t set readers = array_remove(t.readers, its_token) where t.exchange_id = of_exchange and t.done_at is null;
    update exchange e
    set participant_ids = staying,
        readers = array_remove(e.readers, its_token),
        owner_id = case e.owner_id when of_office then staying[1] else e.owner_id end,
        audience = e.audience || case cardinality(staying)
            when 1 then '{"kind": "OFFICE", "offices": []}'
            else jsonb_build_object('offices', to_jsonb(staying)) end,
        version = seen_version + 1,
        updated_at = at
    where e.id = of_exchange;
    return true;
end
$$;
revoke all on function r2p.leave_exchange(uuid, uuid, int, timestamptz) from public;
grant execute on function r2p.leave_exchange(uuid, uuid, int, timestamptz) to r2p_service;

-- A partnership is read by its parties, who may be fewer than the exchange has offices, and may have left it.
create table r2p.partnership (
    id            uuid primary key,
    exchange_id   uuid not null references r2p.exchange on delete cascade,
    owner_id      uuid not null references r2p.office,
    readers       text[] not null,
    version       int not null,
    language      text not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    published_at  timestamptz,
    expires_at    timestamptz,
    party_ids     uuid[] not null,
    aim           text not null,
    activities    text[] not null,
    starts_on     date,
    ends_on       date check (ends_on >= starts_on),
    results       text,
    is_restricted boolean not null generated always as (cardinality(party_ids) > 1) stored
);
select r2p.make_document_table('partnership', 'PARTNERSHIP');
create index partnership_exchange on r2p.partnership (exchange_id);
create policy party_update on r2p.partnership for update
    using (readers && (select r2p.tokens()) and r2p.takes_part(exchange_id) and r2p.holds_one_of(party_ids))
    with check (readers && (select r2p.tokens()) and r2p.takes_part(exchange_id));

-- Erasing an exchange erases what its partnerships were before; all else goes with the row.
create function r2p.erase_partnership() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.revision r where r.kind = 'PARTNERSHIP' and r.document ->> 'exchange_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_partnership() from public;
create trigger erase_partnership after insert on r2p.erasure for each row execute function r2p.erase_partnership();
