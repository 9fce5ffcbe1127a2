-- The GraphQL documents of client applications that may be named instead of sent. Operators write them, as the owner of the tables; the service reads.
create table r2p.registered_document (
    id       text primary key,
    text     bytea not null, -- byte by byte as it was given: its SHA-256 is an id, too
    added_at timestamptz not null default now()
);
grant select on r2p.registered_document to r2p_service;
