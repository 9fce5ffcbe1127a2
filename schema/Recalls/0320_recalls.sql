create index reading_documents on r2p.reading using gin (document_ids);

-- Of which kind a document is, and whose, where only its id is known; nulls for what is not there. For functions that go on to ask who wants to know.
create function r2p.owner_of(target uuid, out kind text, out owner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    candidate record;
begin
    for candidate in select k.kind, k.table_name from r2p.document_kind k loop
        execute format('select d.owner_id from r2p.%I d where d.id = $1', candidate.table_name) into owner_id using target;
        if owner_id is not null then
            kind := candidate.kind;
            return;
        end if;
    end loop;
end
$$;
revoke all on function r2p.owner_of(uuid) from public;

-- Who has read these documents, of what was recorded: told to the holders of the owner's office only.
create function r2p.receipts_of(targets uuid[])
returns table (document_id uuid, office_id uuid, person_id uuid, first_read_at timestamptz, last_read_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    owned uuid[] := array(select target from unnest(targets) target where r2p.holds('office:' || (r2p.owner_of(target)).owner_id));
begin
    return query
        select d.id, r.office_id, r.person_id, min(r.at), max(r.at)
        from r2p.reading r cross join unnest(r.document_ids) d(id)
        where r.document_ids && owned and d.id = any(owned)
        group by d.id, r.office_id, r.person_id
        order by 1, 4, 3;
end
$$;
revoke all on function r2p.receipts_of(uuid[]) from public;
grant execute on function r2p.receipts_of(uuid[]) to r2p_service;

-- An office that has read a document is asked to say that it has heard of its recall. Nothing of the document but its id stands here, as the row
-- outlives it.
create table r2p.recall (
    id              uuid primary key,
    document_id     uuid not null,
    document_kind   text not null,
    owner_id        uuid not null references r2p.office,
    office_id       uuid not null references r2p.office,
    recalled_at     timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by uuid references r2p.person,
    note            text,
    readers         text[] not null
);
select r2p.make_readable_table('recall', 'update (acknowledged_at, acknowledged_by, note)');
create index recall_document on r2p.recall (document_id);
create index recall_office on r2p.recall (office_id) where acknowledged_at is null;
create policy asked_update on r2p.recall for update using (r2p.holds('office:' || office_id) and acknowledged_at is null)
    with check (r2p.holds('office:' || office_id) and acknowledged_by = r2p.person());

-- What was recalled, and with which document: whoever notes a reading afterwards, of an answer from a moment before, is asked, too.
create table r2p.recalled (
    document_id   uuid primary key,
    recalled_with uuid not null,
    document_kind text not null,
    owner_id      uuid not null references r2p.office,
    at            timestamptz not null
);
alter table r2p.recalled enable row level security;

-- Notes readings, one row for each of them and each office, and asks the offices to acknowledge what was recalled meanwhile. Readings wait for a recall to be
-- done, and a recall for readings: else one could miss the other.
create function r2p.note_readings(readings int[], people uuid[], offices uuid[], documents uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform r2p.lock_shared('RECALLS');
    insert into r2p.reading (person_id, office_id, document_ids)
    select note.person, note.office, array_agg(note.document order by note.place)
    from unnest(readings, people, offices, documents) with ordinality note(reading, person, office, document, place)
    group by note.reading, note.person, note.office order by min(note.place);
    insert into r2p.recall (id, document_id, document_kind, owner_id, office_id, recalled_at, readers)
    select gen_random_uuid(), late.recalled_with, late.document_kind, late.owner_id, late.office, late.at,
        array['office:' || late.owner_id, 'office:' || late.office]
    from (
        select distinct on (note.office, r.recalled_with) note.office, r.*
        from unnest(offices, documents) note(office, document) join r2p.recalled r on r.document_id = note.document
        order by note.office, r.recalled_with, r.at desc) late
    where late.office <> late.owner_id
        and not exists (
            select from r2p.recall c
            where c.document_id = late.recalled_with and c.office_id = late.office and c.acknowledged_at is null);
end
$$;
revoke all on function r2p.note_readings(int[], uuid[], uuid[], uuid[]) from public;
grant execute on function r2p.note_readings(int[], uuid[], uuid[], uuid[]) to r2p_service;

-- What other offices wrote to a document goes with it, and so keeps it from being erased.
insert into r2p.words_of_others (table_name, kind, document_column, office_column, condition) values
    ('alert_analysis', 'ALERT', 'alert_id', 'office_id', 'true'),
    ('alert_contribution', 'ALERT', 'alert_id', 'office_id', 'true'),
    ('submission', 'CONSULTATION', 'consultation_id', 'office_id', 'w.status <> ''WITHDRAWN'''),
    ('meeting_invitation', 'MEETING', 'meeting_id', 'office_id', 'w.answered_at is not null'),
    ('meeting_follow_up', 'MEETING', 'meeting_id', 'office_id', 'w.done_at is not null'),
    ('meeting_statement', 'MEETING', 'meeting_id', 'owner_id', 'true'),
    ('assessment_part', 'ASSESSMENT', 'assessment_id', 'office_id', 'w.status in (''WRITTEN'', ''SIGNED_OFF'')'),
    ('exchange_message', 'EXCHANGE', 'exchange_id', 'owner_id', 'true');

-- Asks every office that is on record as a reader of a document, or of its parts. Only for holders of the owner's office. An office that was asked
-- before and has not answered is not asked again.
create function r2p.ask_to_acknowledge(target uuid, parts uuid[], at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    owned record := r2p.owner_of(target);
    recalled uuid[];
    asked int;
begin
    if not coalesce(r2p.holds('office:' || owned.owner_id), false) then
        return 0;
    end if;
    perform r2p.lock_alone('RECALLS');
    recalled := array(select target union select part from unnest(parts) part where (r2p.owner_of(part)).owner_id = owned.owner_id);
    insert into r2p.recalled (document_id, recalled_with, document_kind, owner_id, at)
    select one, target, owned.kind, owned.owner_id, ask_to_acknowledge.at from unnest(recalled) one
    on conflict (document_id) do update set recalled_with = excluded.recalled_with, document_kind = excluded.document_kind, at = excluded.at;
    insert into r2p.recall (id, document_id, document_kind, owner_id, office_id, recalled_at, readers)
    select gen_random_uuid(), target, owned.kind, owned.owner_id, reading.office_id, ask_to_acknowledge.at,
        array['office:' || owned.owner_id, 'office:' || reading.office_id]
    from (
        select distinct r.office_id from r2p.reading r
        where r.document_ids && recalled
    ) reading
    where reading.office_id <> owned.owner_id
        and not exists (
            select from r2p.recall c
            where c.document_id = target and c.office_id = reading.office_id and c.acknowledged_at is null);
    get diagnostics asked = row_count;
    return asked;
end
$$;
revoke all on function r2p.ask_to_acknowledge(uuid, uuid[], timestamptz) from public;
grant execute on function r2p.ask_to_acknowledge(uuid, uuid[], timestamptz) to r2p_service;
