-- A part of a draft that another office of the same State (or organization) was asked to write. It is that office's text until it is taken in: the draft's
-- own readers never have to widen for it. Who was asked for what can't be changed any more; the texts can.
create table r2p.assessment_part (
    id            uuid primary key,
    assessment_id uuid not null references r2p.assessment on delete cascade,
    owner_id      uuid not null references r2p.office,
    office_id     uuid not null references r2p.office,
    readers       text[] not null,
    version       int not null,
    status        text not null check (status in ('ASKED', 'WRITTEN', 'SIGNED_OFF', 'TAKEN_IN', 'CANCELLED')),
    language      text not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    published_at  timestamptz,
    expires_at    timestamptz,
    title         text not null,
    framework     text not null,
    factors       text[] not null,
    inhibitors    text[] not null,
    due_on        date,
    signed_off_at timestamptz,
    signed_off_by uuid,
    body          jsonb not null
);
select r2p.make_document_table('assessment_part', 'ASSESSMENT_PART');
create index assessment_part_assessment on r2p.assessment_part (assessment_id);
create index assessment_part_office on r2p.assessment_part (office_id, created_at);
revoke update, delete on r2p.assessment_part from r2p_service;
grant update (version, status, updated_at, signed_off_at, signed_off_by, body) on r2p.assessment_part to r2p_service;
create policy writer_update on r2p.assessment_part for update
    using (readers && (select r2p.tokens()) and r2p.holds('office:' || office_id))
    with check (r2p.holds('office:' || office_id));

-- What needs stricter access than the rest of an assessment: groups at risk and their resilience, and who was consulted in confidence. A row with an
-- audience of its own, so that nothing in the assessment tells of it.
create table r2p.confidential_annex (
    assessment_id uuid not null references r2p.assessment on delete cascade,
    kind          text not null,
    title         text not null,
    body          jsonb not null
);
select r2p.make_shared_row_table('confidential_annex', 'CONFIDENTIAL_ANNEX');
create index confidential_annex_assessment on r2p.confidential_annex (assessment_id);

-- A quick note on an event that could tip risk into crisis, for what no assessment tells of yet.
create table r2p.trigger_note (
    country     text not null,
    trigger     text not null,
    happens_on  date not null,
    source_kind text,
    note        text not null
);
select r2p.make_shared_row_table('trigger_note', 'TRIGGER_NOTE');
create index trigger_note_day on r2p.trigger_note (happens_on, country);

-- Erasing an assessment erases what was written for it, and what that was before.
create function r2p.erase_assessment_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.revision r
    where r.kind in ('ASSESSMENT_PART', 'CONFIDENTIAL_ANNEX') and r.document ->> 'assessment_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_assessment_rows() from public;
create trigger erase_assessment_rows after insert on r2p.erasure
    for each row when (new.kind = 'ASSESSMENT') execute function r2p.erase_assessment_rows();
