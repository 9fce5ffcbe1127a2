-- Every token by which a viewer may see a document as it stands, or one of its authors; and whether each reading of it is recorded. No tokens if the
-- document is gone, and nothing at all of what is no document of the network: a review tells of a document with other readers. Written anew for each kind,
-- one statement for each, so that a connection keeps their plans.
create function r2p.write_document_audience() returns void language plpgsql as $$
declare
    kinds constant text := (
        select string_agg(format(
            'when %L then is_known := true; '
            'select d.is_restricted, d.readers || (''office:'' || d.owner_id) || array(select ''person:'' || a from unnest(d.author_ids) a) '
            'into is_restricted, tokens from r2p.%I d where d.id = of_document;', k.kind, k.table_name), e'\n' order by k.kind)
        from r2p.document_kind k
        where k.kind <> 'PEER_REVIEW' and exists (
            select from pg_attribute a where a.attrelid = format('r2p.%I', k.table_name)::regclass and a.attname = 'author_ids'));
begin
    execute format(
        'create or replace function r2p.document_audience('
        'of_kind text, of_document uuid, out is_known boolean, out is_restricted boolean, out tokens text[]) '
        'language plpgsql stable security definer set search_path = pg_catalog, pg_temp as '
        '$body$ begin case of_kind %s else is_known := false; end case; end $body$', kinds);
    revoke all on function r2p.document_audience(text, uuid) from public;
end
$$;
revoke all on function r2p.write_document_audience() from public;
select r2p.write_document_audience();

create function r2p.write_audience_of_new_kind() returns trigger language plpgsql as $$
begin
    perform r2p.write_document_audience();
    return null;
end
$$;
revoke all on function r2p.write_audience_of_new_kind() from public;
create trigger write_document_audience after insert on r2p.document_kind for each row execute function r2p.write_audience_of_new_kind();

-- What decides who hears of the next events behind a position, in one moment: the count of changes of access, and every token by which a viewer may see the
-- event, its document as it stands, or one of its authors. No tokens if the event is not about a document of the network; nor if the document is restricted:
-- each reading of it is recorded, with who read.
create function r2p.event_audiences(after bigint, max int)
returns table ("position" bigint, epoch bigint, at timestamptz, tokens text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    entry record;
    audience record;
begin
    select s.epoch, now() into epoch, at from r2p.access_state s;
    for entry in
        select e.position, e.readers, e.document_id, e.document_kind from r2p.event e where e.position > after order by e.position limit max loop
        select d.is_known, d.is_restricted, d.tokens into audience from r2p.document_audience(entry.document_kind, entry.document_id) d;
        position := entry.position;
        tokens := case when audience.is_known and audience.is_restricted is not true then entry.readers || audience.tokens end;
        return next;
    end loop;
end
$$;
revoke all on function r2p.event_audiences(bigint, int) from public;
grant execute on function r2p.event_audiences(bigint, int) to r2p_service;
