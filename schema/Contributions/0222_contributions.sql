-- An invitation to contribute to an assessment: between the office that asks and the one that is asked. The latter need not read the assessment.
create table r2p.contribution_invitation (
    id            uuid primary key,
    owner_id      uuid not null references r2p.office,
    office_id     uuid not null references r2p.office,
    assessment_id uuid not null references r2p.assessment on delete cascade,
    question      text not null,
    due_on        date,
    created_at    timestamptz not null,
    readers       text[] not null
);
select r2p.make_readable_table('contribution_invitation', 'insert');
create index contribution_invitation_office on r2p.contribution_invitation (office_id, created_at);
create policy owner_insert on r2p.contribution_invitation for insert with check (
    r2p.holds('office:' || owner_id) and readers = array['office:' || owner_id, 'office:' || office_id]);

-- What somebody contributes to one named receiver. Nobody else reads it, counts it or hears of it: above all not the State that it is about. No history is
-- kept of it, so that what is withdrawn is gone.
create table r2p.contribution (
    id            uuid primary key,
    receiver_id   uuid not null references r2p.office,
    office_id     uuid references r2p.office, -- null under a seal
    signature     text not null,
    invitation_id uuid references r2p.contribution_invitation on delete set null,
    assessment_id uuid references r2p.assessment on delete set null,
    country       text,
    language      text not null,
    title         text not null,
    text          text,
    tags          text[] not null,
    status        text not null check (status in ('RECEIVED', 'TAKEN_UP', 'TAKEN_UP_IN_PART', 'NOT_TAKEN_UP', 'WITHDRAWN')),
    answer        text,
    answered_at   timestamptz,
    created_at    timestamptz not null,
    version       int not null,
    readers       text[] not null,
    check (status <> 'WITHDRAWN' or text is null)
);
alter table r2p.contribution enable row level security;
grant select, insert on r2p.contribution to r2p_service;
grant update (title, text, tags, status, answer, answered_at, version) on r2p.contribution to r2p_service;
create index on r2p.contribution using gin (readers);
create index contribution_receiver on r2p.contribution (receiver_id, created_at);
create index contribution_assessment on r2p.contribution (assessment_id);
create policy readers_select on r2p.contribution for select using (readers && (select r2p.tokens()));
-- One receiver, and one token that the author holds: a contribution can't be addressed to anybody in passing.
create policy author_insert on r2p.contribution for insert with check (
    status = 'RECEIVED' and answer is null and (office_id is null or r2p.holds('office:' || office_id))
    and cardinality(readers) = 2 and readers[1] = 'office:' || receiver_id and r2p.holds(readers[2]));
create policy readers_update on r2p.contribution for update using (readers && (select r2p.tokens()));
