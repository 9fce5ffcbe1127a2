create table r2p.strategy (
    country        text,
    organization   text,
    valid_from     date,
    valid_to       date,
    action_tags    text[] not null,
    action_offices uuid[] not null,
    next_due_on    date,
    check ((country is null) <> (organization is null))
);
select r2p.make_shared_document_table('strategy', 'STRATEGY');
create index strategy_country on r2p.strategy (country, published_at);
create index strategy_organization on r2p.strategy (organization, published_at);
create index strategy_action_tags on r2p.strategy using gin (action_tags);
create index strategy_next_due on r2p.strategy (next_due_on) where status = 'ADOPTED';

-- An office that an action was given to reports on it, as far as the strategy is shared with that office. The act checks that it writes no more.
create policy action_office_update on r2p.strategy for update
    using (status = 'ADOPTED' and readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id)
        and exists (select from unnest(action_offices) office where r2p.holds('office:' || office)))
    with check (status = 'ADOPTED' and readers && (select r2p.tokens())
        and exists (select from unnest(action_offices) office where r2p.holds('office:' || office)));
create trigger keep_owner before update on r2p.strategy for each row
    when (r2p.holds('members') and not r2p.holds('office:' || old.owner_id)
        and (new.owner_id <> old.owner_id or new.readers <> old.readers or new.expires_at is distinct from old.expires_at))
    execute function r2p.keep_owner();

-- What the public may know of a strategy: a text of its own with readers of its own, so that the internal text never has to travel.
create table r2p.strategy_summary (
    strategy_id  uuid not null unique references r2p.strategy on delete cascade,
    country      text,
    organization text,
    title        text not null,
    text         text not null
);
select r2p.make_shared_row_table('strategy_summary', 'STRATEGY_SUMMARY');
create index strategy_summary_country on r2p.strategy_summary (country, published_at);

-- What is meant as help for a strategy: an offer, guidance, a practice of somebody who reads the strategy. Only who may find that document finds the link.
create table r2p.strategy_help (
    strategy_id   uuid not null references r2p.strategy on delete cascade,
    document_id   uuid not null,
    document_kind text not null,
    linked_by     uuid not null references r2p.office,
    linked_at     timestamptz not null,
    primary key (strategy_id, document_id)
);
alter table r2p.strategy_help enable row level security;
grant select, insert on r2p.strategy_help to r2p_service;
create policy both_select on r2p.strategy_help for select using (
    exists (select from r2p.strategy s where s.id = strategy_help.strategy_id)
    and exists (select from r2p.document_reader d where d.id = strategy_help.document_id and d.kind = strategy_help.document_kind));
create policy both_insert on r2p.strategy_help for insert with check (
    r2p.holds('office:' || linked_by)
    and exists (select from r2p.strategy s where s.id = strategy_help.strategy_id)
    and exists (select from r2p.document_reader d where d.id = strategy_help.document_id and d.kind = strategy_help.document_kind));

-- How an office sees itself against a list of calls. Shared only if it wishes.
create table r2p.self_check (
    list         text not null,
    country      text,
    organization text,
    partner      text,
    body         jsonb not null
);
select r2p.make_shared_row_table('self_check', 'SELF_CHECK');
create index self_check_list on r2p.self_check (list, organization, partner);

-- Erasing a strategy erases its summary, and what that was before.
create function r2p.erase_strategy_summary() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from r2p.revision r where r.kind = 'STRATEGY_SUMMARY' and r.document ->> 'strategy_id' = new.document_id::text;
    return null;
end
$$;
revoke all on function r2p.erase_strategy_summary() from public;
create trigger erase_strategy_summary after insert on r2p.erasure for each row execute function r2p.erase_strategy_summary();
