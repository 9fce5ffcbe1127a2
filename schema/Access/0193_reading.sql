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

create function r2p.note_reading(of_person uuid, of_office uuid, of_documents uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into r2p.reading (person_id, office_id, document_ids) values (of_person, of_office, of_documents)
$$;
revoke all on function r2p.note_reading(uuid, uuid, uuid[]) from public;
grant execute on function r2p.note_reading(uuid, uuid, uuid[]) to r2p_service;
