-- Parties, offices, people and their appointments: who belongs to what, from when to when.

create table r2p.party (
    id         uuid primary key,
    code       text not null unique,
    kind       text not null,
    name       text not null,
    readers    text[] not null
);
select r2p.make_readable_table('party');

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
select r2p.make_readable_table('membership');

create table r2p.office (
    id            uuid primary key,
    code          text not null unique,
    name          text not null,
    party_id      uuid not null references r2p.party,
    accredited_by uuid references r2p.party,
    readers       text[] not null
);
create index office_party on r2p.office (party_id);
select r2p.make_readable_table('office');

create table r2p.person (
    id           uuid primary key,
    display_name text not null,
    readers      text[] not null
);
select r2p.make_readable_table('person');

-- The token's issuer and subject stay out of reach of every query: only r2p.viewer reads them.
create table r2p.identity (
    issuer    text not null,
    subject   text not null,
    person_id uuid not null references r2p.person,
    primary key (issuer, subject)
);

create table r2p.appointment (
    id           uuid primary key,
    person_id    uuid not null references r2p.person,
    office_id    uuid not null references r2p.office,
    role         text not null,
    status       text not null check (status in ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'ENDED')),
    starts_at    timestamptz not null,
    ends_at      timestamptz,
    proposed_by  uuid references r2p.person,
    confirmed_by uuid references r2p.person,
    version      int not null default 1,
    readers      text[] not null
);
create index appointment_person on r2p.appointment (person_id);
create index appointment_office on r2p.appointment (office_id);
select r2p.make_readable_table('appointment');

-- The directory is written at start and by acts of the secretariat, never through a row that one can merely read.
revoke insert, update, delete on r2p.party, r2p.membership, r2p.office, r2p.person from r2p_service;

-- An appointment is proposed by the office or its network's secretariat; who may do what is the act's rule, that they see it is not enough.
drop policy readers_update on r2p.appointment;
drop policy readers_delete on r2p.appointment;
revoke delete on r2p.appointment from r2p_service;
create policy office_or_secretariat_update on r2p.appointment for update
    using (r2p.holds('office:' || office_id) or exists (select from unnest(r2p.tokens()) token where token like 'network:%'));
