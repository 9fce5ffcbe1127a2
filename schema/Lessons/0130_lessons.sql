create table r2p.lesson (
    id           uuid primary key,
    owner_id     uuid not null references r2p.office,
    readers      text[] not null,
    version      int not null,
    status       text not null,
    language     text not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    published_at timestamptz,
    expires_at   timestamptz,
    title        text not null,
    summary      text,
    tags         text[] not null,
    author_ids   uuid[] not null,
    audience     jsonb not null,
    handling     jsonb,
    is_restricted     boolean not null generated always as (audience ->> 'kind' = 'NAMED' or handling is not null) stored,
    translations jsonb not null,
    period       text,
    period_from  int,
    period_to    int,
    lesson_tags  text[] not null,
    body         jsonb not null
);
select r2p.make_document_table('lesson', 'LESSON');
create index lesson_tags_of_document on r2p.lesson using gin (tags);
create index lesson_tags_of_lessons on r2p.lesson using gin (lesson_tags);
create index lesson_period on r2p.lesson (period_from, period_to);

-- The case that the lessons were drawn from: a row with readers of its own, so that the lessons can go where the case cannot.
create table r2p.source_case (
    lesson_id uuid not null unique references r2p.lesson on delete cascade,
    countries text[] not null,
    body      jsonb not null
);
select r2p.make_shared_row_table('source_case', 'SOURCE_CASE');
create index source_case_countries on r2p.source_case using gin (countries);

-- Erasing a lesson erases its case, and what the case was before.
create function r2p.erase_source_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.revision r where r.kind = 'SOURCE_CASE' and r.document ->> 'lesson_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_source_case() from public;
create trigger erase_source_case after insert on r2p.erasure for each row execute function r2p.erase_source_case();
