create table r2p.meeting (
    meeting_kind      text not null,
    forum             text,
    network           text,
    series            text,
    starts_on         date not null,
    ends_on           date check (ends_on >= starts_on),
    countries         text[] not null,
    attended_ids      uuid[] not null,
    participant_count int,
    panel_people      int check (panel_people > 0),
    panel_women       int check (panel_women between 0 and panel_people),
    check ((panel_people is null) = (panel_women is null))
);
select r2p.make_shared_document_table('meeting', 'MEETING');
create index meeting_starts_on on r2p.meeting (starts_on);
create index meeting_series on r2p.meeting (series, starts_on);
create index meeting_forum on r2p.meeting (forum, starts_on);
create index meeting_countries on r2p.meeting using gin (countries);

-- The documents that a meeting is about. Rows of their own: what a reader of the meeting may not see must not be found in its text.
create table r2p.meeting_document (
    meeting_id uuid not null references r2p.meeting on delete cascade,
    place      int not null,
    link       text not null,
    primary key (meeting_id, place)
);
alter table r2p.meeting_document enable row level security;
grant select, insert, delete on r2p.meeting_document to r2p_service;
create policy meeting_select on r2p.meeting_document for select using (exists (select from r2p.meeting m where m.id = meeting_id));
create policy owner_insert on r2p.meeting_document for insert with check (exists (
    select from r2p.meeting m where m.id = meeting_id and r2p.holds('office:' || m.owner_id)));
create policy owner_delete on r2p.meeting_document for delete using (exists (
    select from r2p.meeting m where m.id = meeting_id and r2p.holds('office:' || m.owner_id)));

-- Who was invited, and what they answered: the owner's office asks, an office answers for itself.
create table r2p.meeting_invitation (
    meeting_id  uuid not null references r2p.meeting on delete cascade,
    office_id   uuid not null references r2p.office,
    owner_id    uuid not null references r2p.office,
    status      text not null check (status in ('INVITED', 'ATTENDING', 'DECLINED')),
    note        text,
    invited_at  timestamptz not null,
    answered_at timestamptz,
    version     int not null,
    readers     text[] not null,
    primary key (meeting_id, office_id)
);
select r2p.make_readable_table('meeting_invitation', 'insert, update (status, note, answered_at, version)');
create index meeting_invitation_office on r2p.meeting_invitation (office_id);
create policy owner_insert on r2p.meeting_invitation for insert with check (status = 'INVITED' and r2p.holds('office:' || owner_id)
    and exists (select from r2p.meeting m where m.id = meeting_id and m.owner_id = meeting_invitation.owner_id));
create policy own_office_update on r2p.meeting_invitation for update using (r2p.holds('office:' || office_id));

-- What an office had answered before it answered anew. Nobody writes here but the trigger.
create table r2p.meeting_answer (
    meeting_id  uuid not null,
    office_id   uuid not null,
    version     int not null,
    status      text not null,
    note        text,
    answered_at timestamptz not null,
    readers     text[] not null,
    primary key (meeting_id, office_id, version),
    foreign key (meeting_id, office_id) references r2p.meeting_invitation on delete cascade
);
select r2p.make_readable_table('meeting_answer', '');

create function r2p.keep_meeting_answer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into r2p.meeting_answer (meeting_id, office_id, version, status, note, answered_at, readers)
    values (old.meeting_id, old.office_id, old.version, old.status, old.note, old.answered_at, old.readers);
    return null;
end
$$;
revoke all on function r2p.keep_meeting_answer() from public;
create trigger keep_meeting_answer after update on r2p.meeting_invitation
    for each row when (old.answered_at is not null) execute function r2p.keep_meeting_answer();

-- What follows from a meeting. Whoever reads the meeting reads it, so that it goes where the meeting goes.
create table r2p.meeting_follow_up (
    id         uuid primary key,
    meeting_id uuid not null references r2p.meeting on delete cascade,
    office_id  uuid not null references r2p.office,
    text       text not null,
    due_on     date,
    created_at timestamptz not null,
    done_at    timestamptz,
    result     text
);
alter table r2p.meeting_follow_up enable row level security;
grant select, insert, update (done_at, result) on r2p.meeting_follow_up to r2p_service;
create index meeting_follow_up_meeting on r2p.meeting_follow_up (meeting_id);
create index meeting_follow_up_office on r2p.meeting_follow_up (office_id) where done_at is null;
create policy meeting_select on r2p.meeting_follow_up for select using (exists (select from r2p.meeting m where m.id = meeting_id));
create policy owner_insert on r2p.meeting_follow_up for insert with check (done_at is null
    and exists (select from r2p.meeting m where m.id = meeting_id and r2p.holds('office:' || m.owner_id)));
create policy doer_update on r2p.meeting_follow_up for update using (done_at is null and exists (
        select from r2p.meeting m where m.id = meeting_id and (r2p.holds('office:' || office_id) or r2p.holds('office:' || m.owner_id))))
    with check (exists (select from r2p.meeting m where m.id = meeting_id));

-- A statement belongs to the office that made it, and goes where that says, be it farther than the meeting or less far.
create table r2p.meeting_statement (
    meeting_id   uuid not null references r2p.meeting on delete cascade,
    title        text not null,
    text         text not null,
    network      text,
    delivered_on date not null,
    tags         text[] not null
);
select r2p.make_shared_row_table('meeting_statement', 'MEETING_STATEMENT');
create index meeting_statement_meeting on r2p.meeting_statement (meeting_id);
create index meeting_statement_network on r2p.meeting_statement (network, delivered_on);
create index meeting_statement_tags on r2p.meeting_statement using gin (tags);

-- Erasing a meeting erases what its statements were before.
create function r2p.erase_statements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.revision r where r.kind = 'MEETING_STATEMENT' and r.document ->> 'meeting_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_statements() from public;
create trigger erase_statements after insert on r2p.erasure for each row execute function r2p.erase_statements();
