create table r2p.assessment (
    id                uuid primary key,
    owner_id          uuid not null references r2p.office,
    readers           text[] not null,
    version           int not null,
    status            text not null,
    language          text not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    published_at      timestamptz,
    expires_at        timestamptz,
    title             text not null,
    summary           text,
    tags              text[] not null,
    author_ids        uuid[] not null,
    audience          jsonb not null,
    handling          jsonb,
    is_restricted     boolean not null generated always as (audience ->> 'kind' = 'NAMED' or handling is not null) stored,
    translations      jsonb not null,
    country           text,
    framework         text not null,
    framework_version text not null,
    factors           text[] not null,
    stage             text,
    supersedes_id     uuid, -- the predecessor may have been erased
    body              jsonb not null
);
select r2p.make_document_table('assessment', 'ASSESSMENT');
create index assessment_factors on r2p.assessment using gin (factors);
create index assessment_tags on r2p.assessment using gin (tags);
create index assessment_country on r2p.assessment (country, published_at);
create index assessment_supersedes on r2p.assessment (supersedes_id);
create unique index assessment_successor on r2p.assessment (supersedes_id) where status <> 'WITHDRAWN'; -- one at a time
