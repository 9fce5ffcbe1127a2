create table r2p.alert (
    country        text not null,
    place          text,
    group_at_risk  text,
    communities    text[] not null,
    urgency        text not null,
    source_kinds   text[] not null,
    reliability    text not null,
    corroboration  text not null,
    confidence     text not null,
    triggers       text[] not null,
    responsible_id uuid not null references r2p.office,
    due_on         date,
    decision       text,
    decided_at     timestamptz,
    assigned_tools text[] not null,
    assignments    text[] not null,
    summary_of_id  uuid -- the fuller alert may have been erased
);
select r2p.make_shared_document_table('alert', 'ALERT');
create index alert_country on r2p.alert (country, published_at);
create index alert_responsible on r2p.alert (responsible_id, status, due_on);

-- Whoever has to decide on an alert writes down that they know of it and what they decided, though the alert is another office's. Which of its
-- holders may, and what of it, is the act's business; the office has to be among the readers, and does not become the owner.
create policy responsible_update on r2p.alert for update
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id) and r2p.holds('office:' || responsible_id))
    with check (readers && (select r2p.tokens()));

create function r2p.keep_owner() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'Document % belongs to the office that wrote it, which alone says who reads it.', old.id using errcode = 'insufficient_privilege';
end
$$;
revoke all on function r2p.keep_owner() from public;
create trigger keep_owner before update on r2p.alert for each row
    when (r2p.holds('office:' || old.responsible_id) and not r2p.holds('office:' || old.owner_id)
        and (new.owner_id <> old.owner_id or new.readers <> old.readers or new.expires_at is distinct from old.expires_at))
    execute function r2p.keep_owner();

-- What is written to an alert is read by those who read the alert then and do so now. Whoever shares the alert farther later does not share the words of
-- others with it.
create function r2p.readers_of_alert() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.readers := coalesce((select a.readers from r2p.alert a where a.id = new.alert_id), '{}');
    return new;
end
$$;
revoke all on function r2p.readers_of_alert() from public;

-- What analysts make of an alert, each a row of its own.
create table r2p.alert_analysis (
    id         uuid primary key,
    alert_id   uuid not null references r2p.alert on delete cascade,
    office_id  uuid references r2p.office, -- null under a sealed signature
    signature  text not null,
    dissents   boolean not null,
    confidence text not null,
    text       text not null,
    rests_on   text[] not null,
    written_at timestamptz not null,
    readers    text[] not null
);
create trigger readers_of_alert before insert on r2p.alert_analysis for each row execute function r2p.readers_of_alert();
create index alert_analysis_alert on r2p.alert_analysis (alert_id, written_at);
alter table r2p.alert_analysis enable row level security;
grant select, insert on r2p.alert_analysis to r2p_service;
create policy alert_select on r2p.alert_analysis for select
    using (readers && (select r2p.tokens()) and exists (select from r2p.alert a where a.id = alert_analysis.alert_id));
create policy reader_insert on r2p.alert_analysis for insert with check (
    (office_id is null or r2p.holds('office:' || office_id))
    and exists (select from r2p.alert a where a.id = alert_analysis.alert_id));

-- Who wrote an analysis: for the author alone, not even for their own office.
create table r2p.alert_analyst (
    analysis_id uuid primary key references r2p.alert_analysis on delete cascade,
    person_id   uuid not null references r2p.person,
    readers     text[] not null
);
select r2p.make_readable_table('alert_analyst', 'insert');
create policy own_insert on r2p.alert_analyst for insert
    with check (person_id = r2p.person() and readers = array['person:' || person_id]);

-- What offices that read an alert can do about it, in their own words.
create table r2p.alert_contribution (
    id         uuid primary key,
    alert_id   uuid not null references r2p.alert on delete cascade,
    office_id  uuid not null references r2p.office,
    step       text not null,
    tool       text,
    text       text not null,
    written_at timestamptz not null,
    readers    text[] not null
);
create trigger readers_of_alert before insert on r2p.alert_contribution for each row execute function r2p.readers_of_alert();
create index alert_contribution_alert on r2p.alert_contribution (alert_id, written_at);
alter table r2p.alert_contribution enable row level security;
grant select, insert on r2p.alert_contribution to r2p_service;
create policy alert_select on r2p.alert_contribution for select
    using (readers && (select r2p.tokens()) and exists (select from r2p.alert a where a.id = alert_contribution.alert_id));
create policy reader_insert on r2p.alert_contribution for insert with check (
    r2p.holds('office:' || office_id) and exists (select from r2p.alert a where a.id = alert_contribution.alert_id));
