-- What is shown of a document while the document stays where it is: its title alone, or a summary of its own. A row with readers of its own, which no
-- change of the document's readers touches; withdrawing or erasing the document takes it back.
create table r2p.excerpt (
    document_id   uuid not null,
    document_kind text not null,
    title         text not null,
    text          text,
    handling      jsonb
);
select r2p.make_shared_row_table('excerpt', 'EXCERPT', $$audience ->> 'kind' = 'NAMED' or handling is not null$$);
create index excerpt_document on r2p.excerpt (document_id);

-- An office that sees an excerpt asks for the document.
create table r2p.access_request (
    id           uuid primary key,
    excerpt_id   uuid not null references r2p.excerpt on delete cascade,
    document_id  uuid not null,
    owner_id     uuid not null references r2p.office,
    office_id    uuid not null references r2p.office,
    person_id    uuid not null references r2p.person,
    status       text not null check (status in ('OPEN', 'GRANTED', 'DECLINED')),
    reason       text not null,
    answer       text,
    requested_at timestamptz not null,
    answered_at  timestamptz,
    readers      text[] not null
);
select r2p.make_readable_table('access_request', 'insert, update (status, answer, answered_at)');
create index access_request_document on r2p.access_request (document_id);
create unique index access_request_open on r2p.access_request (excerpt_id, office_id) where status = 'OPEN';
create policy own_insert on r2p.access_request for insert with check (
    status = 'OPEN' and person_id = r2p.person() and r2p.holds('office:' || office_id)
    and exists (
        select from r2p.excerpt e
        where e.id = access_request.excerpt_id and e.document_id = access_request.document_id and e.owner_id = access_request.owner_id));
create policy owner_update on r2p.access_request for update using (r2p.holds('office:' || owner_id) and status = 'OPEN')
    with check (r2p.holds('office:' || owner_id));

-- Erasing a document erases what was shown of it, and who asked for it.
create function r2p.erase_excerpts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.excerpt e where e.document_id = new.document_id;
    delete from r2p.revision r where r.kind = 'EXCERPT' and r.document ->> 'document_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_excerpts() from public;
create trigger erase_excerpts after insert on r2p.erasure for each row execute function r2p.erase_excerpts();

-- What was shown of a document goes where the document goes, when somebody else than its owner takes it back.
create function r2p.take_back_excerpts(target uuid, owner uuid, act_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    own constant text[] := array['office:' || owner];
    excerpts constant uuid[] := array(select e.id from r2p.excerpt e where e.document_id = target);
begin
    update r2p.excerpt e
    set version = e.version + 1, updated_at = act_at, readers = own,
        audience = '{"kind": "OFFICE", "offices": [], "persons": [], "states": [], "organizations": [], "networks": []}'
    where e.id = any(excerpts) and e.readers <> own;
    update r2p.revision r set readers = own, next_readers = own where r.document_id = any(excerpts);
end
$$;
revoke all on function r2p.take_back_excerpts(uuid, uuid, timestamptz) from public;
