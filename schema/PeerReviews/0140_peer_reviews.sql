create table r2p.peer_review (
    id               uuid primary key,
    owner_id         uuid not null references r2p.office,
    readers          text[] not null,
    version          int not null,
    status           text not null check (status in ('OPEN', 'CLOSED', 'CANCELLED')),
    language         text not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    published_at     timestamptz,
    expires_at       timestamptz,
    document_id      uuid not null,
    document_kind    text not null,
    document_version int not null,
    scope            text not null,
    opens_on         date not null,
    due_on           date check (due_on >= opens_on),
    conclusions      text
);
select r2p.make_document_table('peer_review', 'PEER_REVIEW');
create index peer_review_document on r2p.peer_review (document_id);
revoke delete on r2p.peer_review from r2p_service;

-- Who was asked, and what they answered. The owner's office asks; an office answers for itself.
create table r2p.reviewer (
    review_id            uuid not null references r2p.peer_review on delete cascade,
    office_id            uuid not null references r2p.office,
    status               text not null check (status in ('INVITED', 'ACCEPTED', 'DECLINED')),
    conflict_of_interest text,
    answered_at          timestamptz,
    people               int check (people > 0),
    women                int check (women between 0 and people),
    readers              text[] not null,
    primary key (review_id, office_id),
    check ((people is null) = (women is null))
);
select r2p.make_readable_table('reviewer', 'insert, update (status, conflict_of_interest, answered_at, people, women)');
create index reviewer_office on r2p.reviewer (office_id);
create policy owner_insert on r2p.reviewer for insert with check (status = 'INVITED' and exists (
    select from r2p.peer_review v where v.id = reviewer.review_id and r2p.holds('office:' || v.owner_id)));
create policy own_office_update on r2p.reviewer for update using (r2p.holds('office:' || office_id));

-- What the reviewers read: the version under review as it was when the review was opened. A copy, so that the document's own readers
-- never have to change for a review, and nothing that is written later comes along.
create table r2p.reviewed_version (
    review_id     uuid primary key references r2p.peer_review on delete cascade,
    document_id   uuid not null,
    document_kind text not null,
    version       int not null,
    owner_id      uuid not null,
    readers       text[] not null,
    expires_at    timestamptz,
    document      jsonb not null
);
alter table r2p.reviewed_version enable row level security;
create policy readers_select on r2p.reviewed_version for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
grant select on r2p.reviewed_version to r2p_service;
create index reviewed_version_document on r2p.reviewed_version (document_id, version);
create index reviewed_version_readers on r2p.reviewed_version using gin (readers);

-- Takes that copy. False if the document has another version by now, or the caller may not ask for a review of it: only holders of the owner's office
-- may, and the owner of the tables.
create function r2p.keep_reviewed_version(of_review uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    review r2p.peer_review;
    kept int;
begin
    select * into review from r2p.peer_review v
        where v.id = of_review and (r2p.holds('office:' || v.owner_id) or session_user = current_user);
    if review.id is null then
        return false;
    end if;
    execute format(
        'insert into r2p.reviewed_version (review_id, document_id, document_kind, version, owner_id, readers, expires_at, document) '
        'select $1, d.id, $2, d.version, d.owner_id, array[''office:'' || d.owner_id, ''review:'' || $1], d.expires_at, to_jsonb(d) '
        'from r2p.%I d where d.id = $3 and d.version = $4 and d.owner_id = $5 for share of d',
        (select k.table_name from r2p.document_kind k where k.kind = review.document_kind))
        using review.id, review.document_kind, review.document_id, review.document_version, review.owner_id;
    get diagnostics kept = row_count;
    return kept = 1;
end
$$;
revoke all on function r2p.keep_reviewed_version(uuid) from public;
grant execute on function r2p.keep_reviewed_version(uuid) to r2p_service;

-- Every version that is kept, be it because it was replaced or because it was reviewed; each row under its own table's rules.
create view r2p.kept_version with (security_invoker = true) as
    select document_id, version, readers, document from r2p.revision
    union all
    select document_id, version, readers, document from r2p.reviewed_version;
grant select on r2p.kept_version to r2p_service;

-- By its seal an office reads and hears what it wrote under a sealed signature, although no row and no event names it. Nobody can read this
-- table: r2p.tokens_of gives each office its own seal.
create table r2p.office_seal (
    office_id uuid primary key references r2p.office on delete cascade,
    seal      uuid not null unique default gen_random_uuid()
);
alter table r2p.office_seal enable row level security;
insert into r2p.office_seal (office_id) select id from r2p.office;

create function r2p.seal_office() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into r2p.office_seal (office_id) values (new.id);
    return null;
end
$$;
revoke all on function r2p.seal_office() from public;
create trigger seal_office after insert on r2p.office for each row execute function r2p.seal_office();

create function r2p.seal_of(office uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.seal from r2p.office_seal s where s.office_id = office and r2p.holds('office:' || office)
$$;
revoke all on function r2p.seal_of(uuid) from public;
grant execute on function r2p.seal_of(uuid) to r2p_service;

create table r2p.comment (
    id               uuid primary key,
    review_id        uuid not null references r2p.peer_review on delete cascade,
    document_id      uuid not null,
    document_kind    text not null,
    document_version int not null,
    owner_id         uuid not null,
    office_id        uuid references r2p.office, -- null under a sealed signature
    signature        text not null,
    in_reply_to_id   uuid references r2p.comment on delete cascade,
    kind             text not null,
    addressee        text not null check (addressee in ('OWNER', 'PANEL', 'AUDIENCE')),
    pointer          text not null,
    quote            text,
    place            text not null,
    digest           text not null,
    text             text not null,
    answered         boolean not null,
    created_at       timestamptz not null,
    released_at      timestamptz,
    expires_at       timestamptz,
    own_readers      text[] not null, -- the owner's office and those who speak with each other
    readers          text[] not null
);
alter table r2p.comment enable row level security;
grant select, insert, update (answered) on r2p.comment to r2p_service;
create index comment_review on r2p.comment (review_id, created_at);
create index comment_document on r2p.comment (document_id, created_at);
create index comment_in_reply_to on r2p.comment (in_reply_to_id);
create policy readers_select on r2p.comment for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
create policy panel_insert on r2p.comment for insert with check (
    not answered and released_at is null
    and (office_id is null or r2p.holds('office:' || office_id))
    and exists (
        select from r2p.peer_review v
        where v.id = comment.review_id and v.status = 'OPEN' and v.owner_id = comment.owner_id
            and v.document_id = comment.document_id and v.document_version = comment.document_version
            and (r2p.holds('review:' || v.id) or r2p.holds('office:' || v.owner_id))));
create policy owner_update on r2p.comment for update using (r2p.holds('office:' || owner_id));

-- Who wrote a comment, for their own office only.
create table r2p.comment_author (
    comment_id uuid primary key references r2p.comment on delete cascade,
    office_id  uuid not null references r2p.office,
    person_id  uuid not null references r2p.person,
    readers    text[] not null
);
select r2p.make_readable_table('comment_author', 'insert');
create policy own_insert on r2p.comment_author for insert
    with check (r2p.holds('office:' || office_id) and person_id = r2p.person());

-- What the owner makes of a comment. A changed answer is a further row: the former one stays. Whoever reads the comment reads its answer.
create table r2p.comment_answer (
    comment_id  uuid not null references r2p.comment on delete cascade,
    version     int not null,
    taken_up    boolean not null,
    reason      text not null,
    answered_at timestamptz not null,
    primary key (comment_id, version)
);
alter table r2p.comment_answer enable row level security;
grant select, insert on r2p.comment_answer to r2p_service;
create policy comment_select on r2p.comment_answer for select
    using (exists (select from r2p.comment c where c.id = comment_answer.comment_id));
create policy owner_insert on r2p.comment_answer for insert with check (exists (
    select from r2p.comment c join r2p.peer_review v on v.id = c.review_id
    where c.id = comment_answer.comment_id and v.status = 'OPEN' and r2p.holds('office:' || c.owner_id)));

-- Releases comments of a review to the document's readers. The document is locked, so that a recall at the same moment is not missed.
create function r2p.release_comments(of_review uuid, chosen uuid[]) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    review r2p.peer_review;
    document_readers text[];
    changed int;
begin
    select * into review from r2p.peer_review v where v.id = of_review and r2p.holds('office:' || v.owner_id);
    if review.id is null then
        return 0;
    end if;
    execute format('select d.readers from r2p.%I d where d.id = $1 for share',
        (select k.table_name from r2p.document_kind k where k.kind = review.document_kind))
        into document_readers using review.document_id;
    update r2p.comment c
    set released_at = clock_timestamp(), readers = array(select distinct unnest(c.own_readers || document_readers))
    where c.review_id = of_review and c.id = any(chosen) and c.addressee = 'AUDIENCE' and document_readers is not null;
    get diagnostics changed = row_count;
    return changed;
end
$$;
revoke all on function r2p.release_comments(uuid, uuid[]) from public;
grant execute on function r2p.release_comments(uuid, uuid[]) to r2p_service;

-- Reviews follow their document: what was released is read by the document's readers, no more and no fewer; what is withdrawn or expired
-- is closed to reviewers too, the text and the words that were quoted from it.
create function r2p.follow_document() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update r2p.reviewed_version s
    set expires_at = new.expires_at,
        readers = case when new.status = 'WITHDRAWN' then array['office:' || new.owner_id] else s.readers end
    where s.document_id = new.id;
    update r2p.comment c
    set expires_at = new.expires_at,
        readers = case
            when c.released_at is not null then array(select distinct unnest(c.own_readers || new.readers))
            when new.status = 'WITHDRAWN' then c.own_readers
            else c.readers
        end
    where c.document_id = new.id;
    return null;
end
$$;
revoke all on function r2p.follow_document() from public;

-- Called once by the migration of each kind that comes after this one.
create function r2p.make_reviewable(table_name text) returns void language plpgsql as $$
begin
    execute format(
        'create trigger follow_document after update on r2p.%I for each row '
        'when (old.readers is distinct from new.readers or old.expires_at is distinct from new.expires_at '
        'or old.status is distinct from new.status) execute function r2p.follow_document()', table_name);
end
$$;
revoke all on function r2p.make_reviewable(text) from public;
select r2p.make_reviewable(k.table_name) from r2p.document_kind k where k.kind in ('ASSESSMENT', 'PRACTICE', 'LESSON');

-- Erasing a document erases its reviews, and with them every word that was quoted from it, and the calls for their reviewers (0225).
create function r2p.erase_reviews() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    erased uuid[];
    reviews uuid[];
begin
    with gone as (
        delete from r2p.review_call c using r2p.peer_review v where v.id = c.review_id and v.document_id = new.document_id returning c.id)
    select array_agg(gone.id) into erased from gone;
    with gone as (delete from r2p.peer_review v where v.document_id = new.document_id returning v.id)
    select array_agg(gone.id) into reviews from gone;
    erased := erased || reviews;
    delete from r2p.revision r where r.document_id = any(erased);
    update r2p.event e set data = '{}' where e.document_id = any(erased);
    return null;
end
$$;
revoke all on function r2p.erase_reviews() from public;
create trigger erase_reviews after insert on r2p.erasure for each row execute function r2p.erase_reviews();
