create table r2p.recommendation (
    mechanism   text not null,
    country     text not null,
    symbol      text,
    paragraph   text,
    cycle       text,
    session     text,
    adopted_on  date,
    themes      text[] not null,
    lead_id     uuid references r2p.office,
    next_on     date,
    import_id   uuid,
    import_place int,
    review_id   uuid, -- the review may have been erased
    comment_id  uuid unique
);
select r2p.make_shared_document_table('recommendation', 'RECOMMENDATION');
create index recommendation_mechanism on r2p.recommendation (mechanism, published_at);
create index recommendation_country on r2p.recommendation (country, published_at);
create index recommendation_lead on r2p.recommendation (lead_id, next_on);
create index recommendation_next on r2p.recommendation (next_on) where status in ('RECEIVED', 'ACCEPTED', 'NOTED', 'IN_PROGRESS');
create index recommendation_import on r2p.recommendation (import_id) where import_id is not null;

-- The addressee answers and reports, whoever keeps the entry. Which of the State's offices may do what is the act's business.
create policy state_update on r2p.recommendation for update
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id) and r2p.holds('state:' || country))
    with check (readers && (select r2p.tokens()) and r2p.holds('state:' || country));
create trigger keep_owner before update on r2p.recommendation for each row
    when (r2p.holds('members') and not r2p.holds('office:' || old.owner_id)
        and (new.owner_id <> old.owner_id or new.readers <> old.readers or new.expires_at is distinct from old.expires_at))
    execute function r2p.keep_owner();

-- Two entries for the same thing. Whoever may not see one of the two does not see the link.
create table r2p.duplicate_recommendation (
    one_id    uuid not null references r2p.recommendation on delete cascade,
    other_id  uuid not null references r2p.recommendation on delete cascade,
    linked_by uuid not null references r2p.office,
    linked_at timestamptz not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
alter table r2p.duplicate_recommendation enable row level security;
grant select, insert on r2p.duplicate_recommendation to r2p_service;
create index duplicate_recommendation_other on r2p.duplicate_recommendation (other_id);
create policy both_select on r2p.duplicate_recommendation for select using (
    exists (select from r2p.recommendation r where r.id = duplicate_recommendation.one_id)
    and exists (select from r2p.recommendation r where r.id = duplicate_recommendation.other_id));
create policy both_insert on r2p.duplicate_recommendation for insert with check (
    r2p.holds('office:' || linked_by)
    and exists (select from r2p.recommendation r where r.id = duplicate_recommendation.one_id)
    and exists (select from r2p.recommendation r where r.id = duplicate_recommendation.other_id));

-- When a State's turn comes under a mechanism: recorded by an office, shared as it says.
create table r2p.review_cycle (
    mechanism   text not null,
    country     text not null,
    cycle       text not null,
    held_on     date,
    mid_term_on date,
    next_on     date,
    note        text
);
select r2p.make_shared_row_table('review_cycle', 'REVIEW_CYCLE');
alter table r2p.review_cycle add unique (owner_id, mechanism, country, cycle);
create index review_cycle_country on r2p.review_cycle (country, next_on);
