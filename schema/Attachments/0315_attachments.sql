-- Files of documents, in chunks: rows under row-level security, which large objects are not. A file comes and goes with a version of its document, and
-- has the document's readers, whatever happens to those.
create table r2p.attachment (
    id            uuid primary key,
    document_id   uuid not null,
    document_kind text not null,
    owner_id      uuid not null references r2p.office,
    readers       text[] not null,
    expires_at    timestamptz,
    is_restricted boolean not null,
    since_version int not null,
    until_version int, -- the first version without it
    name          text not null,
    media_type    text not null,
    bytes         int not null,
    sha256        text not null,
    added_at      timestamptz not null,
    added_by      uuid not null references r2p.office
);
create index attachment_document on r2p.attachment (document_id);
create index attachment_readers on r2p.attachment using gin (readers);
alter table r2p.attachment enable row level security;
create policy readers_select on r2p.attachment for select using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
grant select on r2p.attachment to r2p_service;

create table r2p.attachment_chunk (
    attachment_id uuid not null references r2p.attachment on delete cascade deferrable initially deferred,
    number        int not null,
    content       bytea not null,
    primary key (attachment_id, number)
);
alter table r2p.attachment_chunk alter column content set storage external; -- what is a picture or a zip is compressed already
alter table r2p.attachment_chunk enable row level security;
create policy attachment_select on r2p.attachment_chunk for select
    using (exists (select from r2p.attachment a where a.id = attachment_chunk.attachment_id));
grant select on r2p.attachment_chunk to r2p_service;

-- Chunks come before their file is known; one of a file that is there already would change it.
create function r2p.write_attachment_chunk(file uuid, place int, piece bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from r2p.attachment a where a.id = file) then
        raise exception 'The file is complete.' using errcode = 'check_violation';
    end if;
    insert into r2p.attachment_chunk values (file, place, piece);
end
$$;
revoke all on function r2p.write_attachment_chunk(uuid, int, bytea) from public;
grant execute on function r2p.write_attachment_chunk(uuid, int, bytea) to r2p_service;

-- Whoever has just written the document, in this transaction, may change its files: its own policies have let them.
create function r2p.keep_attachment(
    file uuid, document uuid, kind text, file_name text, type text, size int, digest text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    kept int;
begin
    execute format(
        'insert into r2p.attachment '
        'select $1, d.id, $2, d.owner_id, d.readers, d.expires_at, d.is_restricted, d.version, null, $3, $4, $5, $6, $7, coalesce(r2p.office(), d.owner_id) '
        'from r2p.%I d where d.id = $8 and d.xmin = pg_current_xact_id()::xid and r2p.may_read(d.readers, d.expires_at, d.owner_id)',
        (select k.table_name from r2p.document_kind k where k.kind = keep_attachment.kind))
        using file, kind, file_name, type, size, digest, at, document;
    get diagnostics kept = row_count;
    return kept = 1;
end
$$;
revoke all on function r2p.keep_attachment(uuid, uuid, text, text, text, int, text, timestamptz) from public;
grant execute on function r2p.keep_attachment(uuid, uuid, text, text, text, int, text, timestamptz) to r2p_service;

-- From the present version on the document is without the file: only its owner's office reads it still, with the versions that had it.
create function r2p.end_attachment(file uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    found_file r2p.attachment;
    new_version int;
begin
    select * into found_file from r2p.attachment a where a.id = file and a.until_version is null;
    if found_file.id is null then
        return false;
    end if;
    execute format('select d.version from r2p.%I d where d.id = $1 and d.xmin = pg_current_xact_id()::xid',
        (select k.table_name from r2p.document_kind k where k.kind = found_file.document_kind))
        into new_version using found_file.document_id;
    update r2p.attachment a set until_version = new_version, readers = array['office:' || a.owner_id]
    where a.id = file and new_version is not null;
    return new_version is not null;
end
$$;
revoke all on function r2p.end_attachment(uuid) from public;
grant execute on function r2p.end_attachment(uuid) to r2p_service;

create function r2p.follow_with_attachments() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update r2p.attachment a set readers = new.readers, expires_at = new.expires_at, is_restricted = new.is_restricted
    where a.document_id = new.id and a.until_version is null;
    return null;
end
$$;
revoke all on function r2p.follow_with_attachments() from public;

-- Every table of shared documents, those that come later included, takes its files along.
create function r2p.take_attachments_along(table_name text) returns void language plpgsql as $$
begin
    if exists (
        select from pg_attribute a where a.attrelid = format('r2p.%I', table_name)::regclass and a.attname = 'translations') then
        execute format(
            'create trigger follow_with_attachments after update on r2p.%I for each row '
            'when (old.readers is distinct from new.readers or old.expires_at is distinct from new.expires_at '
            'or old.audience is distinct from new.audience or old.handling is distinct from new.handling) '
            'execute function r2p.follow_with_attachments()', table_name);
    end if;
end
$$;
revoke all on function r2p.take_attachments_along(text) from public;
select r2p.take_attachments_along(k.table_name) from r2p.document_kind k;

create function r2p.take_attachments_of_new_kind_along() returns trigger language plpgsql as $$
begin
    perform r2p.take_attachments_along(new.table_name);
    return null;
end
$$;
revoke all on function r2p.take_attachments_of_new_kind_along() from public;
create trigger take_attachments_along after insert on r2p.document_kind
    for each row execute function r2p.take_attachments_of_new_kind_along();

create function r2p.erase_attachments() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.attachment a where a.document_id = new.document_id;
    return null;
end
$$;
revoke all on function r2p.erase_attachments() from public;
create trigger erase_attachments after insert on r2p.erasure for each row execute function r2p.erase_attachments();
