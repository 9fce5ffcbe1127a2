-- Who read what of the documents that were shared by name or with a handling rule: one row for each operation, written before its answer leaves.
-- Nobody can change a row, and nobody but the owner of the tables reads it as it is.
create table r2p.reading (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    person_id    uuid,
    office_id    uuid,
    document_ids uuid[] not null
);
alter table r2p.reading enable row level security;
