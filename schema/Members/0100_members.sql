-- Parties, offices, people and their appointments: who belongs to what, from when to when. The directory is written at start,
-- appointments by the functions of their acts: to see a row is no right to change it.

create table r2p.party (
    id         uuid primary key,
    code       text not null unique,
    kind       text not null,
    name       text not null,
    readers    text[] not null
);
select r2p.make_readable_table('party', '');

create table r2p.membership (
    id             uuid primary key,
    party_id       uuid not null references r2p.party,
    body_id        uuid not null references r2p.party,
    joined_on      date,
    left_on        date,
    suspended_from date,
    suspended_to   date,
    readers        text[] not null,
    unique (party_id, body_id, joined_on)
);
create index membership_body on r2p.membership (body_id);
select r2p.make_readable_table('membership', '');

create table r2p.office (
    id            uuid primary key,
    code          text not null unique,
    name          text not null,
    party_id      uuid not null references r2p.party,
    accredited_by uuid references r2p.party,
    readers       text[] not null
);
create index office_party on r2p.office (party_id);
select r2p.make_readable_table('office', '');

create table r2p.person (
    id           uuid primary key,
    display_name text not null,
    readers      text[] not null
);
select r2p.make_readable_table('person', '');

-- The token's issuer and subject stay out of reach of every query: only r2p.viewer reads them.
create table r2p.identity (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null references r2p.person,
    primary key (issuer, subject)
);

-- Who is meant by a proposal of somebody new. It becomes an identity when the appointment is confirmed: before that nobody can be found by
-- it, and whether it was known already is told to nobody.
create table r2p.identity_claim (
    person_id uuid primary key references r2p.person on delete cascade,
    issuer    text not null,
    subject   text not null
);

-- ACTIVE means confirmed: from starts_at to ends_at it counts.
create table r2p.appointment (
    id           uuid primary key,
    person_id    uuid not null references r2p.person,
    office_id    uuid not null references r2p.office,
    role         text not null,
    status       text not null check (status in ('PROPOSED', 'ACTIVE', 'ENDED')),
    starts_at    timestamptz not null,
    ends_at      timestamptz,
    proposed_by  uuid references r2p.person,
    confirmed_by uuid references r2p.person,
    version      int not null default 1,
    readers      text[] not null
);
create index appointment_person on r2p.appointment (person_id);
create index appointment_office on r2p.appointment (office_id);
select r2p.make_readable_table('appointment', '');

-- What counts at this moment. Nobody is granted these views: only functions that read as the owner look into them.
create view r2p.active_appointment as
    select a.person_id, a.id as appointment_id, a.office_id, a.role, p.id as party_id, p.code as party_code, p.kind as party_kind
    from r2p.appointment a
    join r2p.office o on o.id = a.office_id
    join r2p.party p on p.id = o.party_id
    where a.status = 'ACTIVE'
      and a.starts_at <= now()
      and (a.ends_at is null or a.ends_at > now());

create view r2p.active_membership as
    select m.party_id, b.code as body_code, b.kind as body_kind
    from r2p.membership m
    join r2p.party b on b.id = m.body_id
    where (m.joined_on is null or m.joined_on <= current_date)
      and (m.left_on is null or m.left_on > current_date)
      and not (m.suspended_from is not null and m.suspended_from <= current_date
               and (m.suspended_to is null or m.suspended_to > current_date));

-- Functions that read or write as the owner name pg_temp last: else a temporary table of the caller would stand in for the real one.
create function r2p.active_appointments(for_person uuid)
returns table (appointment_id uuid, office_id uuid, role text, party_id uuid, party_code text, party_kind text)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select a.appointment_id, a.office_id, a.role, a.party_id, a.party_code, a.party_kind from active_appointment a where a.person_id = for_person
$$;

create function r2p.active_memberships(of_party uuid)
returns table (body_code text, body_kind text)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select m.body_code, m.body_kind from active_membership m where m.party_id = of_party
$$;

revoke all on function r2p.active_appointments(uuid), r2p.active_memberships(uuid) from public;
