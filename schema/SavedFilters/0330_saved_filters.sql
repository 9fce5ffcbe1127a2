-- What somebody wants to hear of, kept under a name; theirs alone.
create table r2p.saved_filter (
    id             uuid primary key,
    person_id      uuid not null references r2p.person on delete cascade,
    name           text not null,
    kind_names     text[] not null,
    status_names   text[] not null,
    tags           text[] not null,
    languages      text[] not null,
    title_contains text,
    notifies       boolean not null,
    created_at     timestamptz not null,
    seen_at        timestamptz not null,
    seen_position  bigint not null, -- of the log: what was committed later, is unseen
    readers        text[] not null,
    unique (person_id, name)
);
select r2p.make_readable_table('saved_filter');
