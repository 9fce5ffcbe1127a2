create table r2p.consultation (
    countries   text[] not null,
    invited_ids uuid[] not null,
    closes_at   timestamptz not null
);
select r2p.make_shared_document_table('consultation', 'CONSULTATION');
create index consultation_countries on r2p.consultation using gin (countries);
create index consultation_closes_at on r2p.consultation (closes_at);

-- Whether the viewer may answer a consultation: it is open, and they read it.
create function r2p.may_submit(of_consultation uuid, convener uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from r2p.consultation c
        where c.id = of_consultation and c.owner_id = convener and c.status = 'OPEN' and r2p.may_read(c.readers, c.expires_at, c.owner_id))
$$;
revoke all on function r2p.may_submit(uuid, uuid) from public;
grant execute on function r2p.may_submit(uuid, uuid) to r2p_service;

-- An answer to a consultation. Until that closes, its convener and its author read it; then it goes as far as its author chose, and no farther.
create table r2p.submission (
    id              uuid primary key,
    consultation_id uuid not null references r2p.consultation on delete cascade,
    owner_id        uuid not null references r2p.office, -- the convener's
    office_id       uuid references r2p.office,          -- null if the author is not shown
    signature       text not null,
    version         int not null,
    status          text not null check (status in ('SUBMITTED', 'WITHDRAWN')),
    publication     text not null check (publication in ('PRIVATE', 'ANONYMOUS', 'NAMED', 'PUBLIC')),
    community_actors text[] not null,
    text            text not null,
    answers         jsonb not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    released_at     timestamptz,
    own_readers     text[] not null, -- the convener and the author
    readers         text[] not null,
    constraint anonymous_has_no_office check (publication in ('NAMED', 'PUBLIC') or office_id is null),
    constraint closed_until_released check (released_at is not null or readers = own_readers)
);
alter table r2p.submission enable row level security;
grant select, insert, update on r2p.submission to r2p_service;
create index on r2p.submission using gin (readers);
create index submission_consultation on r2p.submission (consultation_id, created_at);
-- What was released goes no farther than it went then, and no farther than the consultation goes now: its convener can't share the words of others with
-- whom they were not written for, and they end with the consultation. What its author gave to everyone stays theirs to give.
create policy readers_select on r2p.submission for select
    using (readers && (select r2p.tokens()) and (
        own_readers && (select r2p.tokens()) or publication = 'PUBLIC'
        or exists (select from r2p.consultation c where c.id = submission.consultation_id)));

-- Who wrote it: a row that the author's office and the convener, the named receiver, read and nobody else.
create table r2p.submission_author (
    submission_id uuid primary key references r2p.submission on delete cascade,
    office_id     uuid not null references r2p.office,
    person_id     uuid not null references r2p.person,
    readers       text[] not null
);
select r2p.make_readable_table('submission_author', 'insert');
create policy own_insert on r2p.submission_author for insert
    with check (r2p.holds('office:' || office_id) and person_id = r2p.person());

create function r2p.wrote_submission(of_submission uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (select from r2p.submission_author a where a.submission_id = of_submission and r2p.holds('office:' || a.office_id))
$$;
revoke all on function r2p.wrote_submission(uuid) from public;
grant execute on function r2p.wrote_submission(uuid) to r2p_service;

create policy reader_insert on r2p.submission for insert with check (
    released_at is null and (office_id is null or r2p.holds('office:' || office_id)) and r2p.may_submit(consultation_id, owner_id));
create policy author_update on r2p.submission for update
    using (released_at is null and r2p.wrote_submission(id))
    with check (released_at is null and (office_id is null or r2p.holds('office:' || office_id)) and r2p.may_submit(consultation_id, owner_id));

-- What became of a submission, for its author. A changed answer is a further row.
create table r2p.submission_answer (
    submission_id uuid not null references r2p.submission on delete cascade,
    version       int not null,
    outcome       text not null,
    text          text not null,
    answered_at   timestamptz not null,
    readers       text[] not null,
    primary key (submission_id, version)
);
select r2p.make_readable_table('submission_answer', 'insert');
create policy convener_insert on r2p.submission_answer for insert with check (exists (
    select from r2p.submission s where s.id = submission_id and r2p.holds('office:' || s.owner_id)));

-- Lets submissions of a closed consultation go as far as their authors chose: nothing but that choice is asked.
create function r2p.release_submissions(of_consultation uuid, at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    consultation r2p.consultation;
    changed int;
begin
    select * into consultation from r2p.consultation c
    where c.id = of_consultation and c.status = 'CLOSED' and r2p.holds('office:' || c.owner_id) for share;
    if consultation.id is null then
        return 0;
    end if;
    update r2p.submission s
    set released_at = at,
        readers = array(select distinct unnest(
            s.own_readers || consultation.readers || case s.publication when 'PUBLIC' then array['public'] else array[]::text[] end))
    where s.consultation_id = of_consultation and s.status = 'SUBMITTED' and s.publication <> 'PRIVATE';
    get diagnostics changed = row_count;
    return changed;
end
$$;
revoke all on function r2p.release_submissions(uuid, timestamptz) from public;
grant execute on function r2p.release_submissions(uuid, timestamptz) to r2p_service;
