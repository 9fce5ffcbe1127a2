create table r2p.practice (
    id              uuid primary key,
    owner_id        uuid not null references r2p.office,
    readers         text[] not null,
    version         int not null,
    status          text not null,
    language        text not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    published_at    timestamptz,
    expires_at      timestamptz,
    title           text not null,
    summary         text,
    tags            text[] not null,
    author_ids      uuid[] not null,
    audience        jsonb not null,
    handling        jsonb,
    is_restricted     boolean not null generated always as (audience ->> 'kind' = 'NAMED' or handling is not null) stored,
    translations    jsonb not null,
    country         text,
    policy_option   text not null,
    pillar          text not null,
    inhibitor       text,
    tools           text[] not null,
    year            int,
    as_of           int,
    confirmed_on    date,
    adapted_from_id uuid, -- the model may have been erased
    body            jsonb not null
);
select r2p.make_document_table('practice', 'PRACTICE');
create index practice_tags on r2p.practice using gin (tags);
create index practice_tools on r2p.practice using gin (tools);
create index practice_policy_option on r2p.practice (policy_option, published_at);
create index practice_country on r2p.practice (country, published_at);
create index practice_adapted_from on r2p.practice (adapted_from_id, published_at);

-- A State answers for what is told of it, whoever keeps the entry: it confirms and corrects. That a contributor holds the token, too, is
-- the act's business; nobody becomes an owner by it.
create policy state_update on r2p.practice for update
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id) and r2p.holds('state:' || country))
    with check (readers && (select r2p.tokens()) and r2p.holds('state:' || country));

-- Nobody's act: a published practice that was not confirmed for a year is unconfirmed. The event is heard by the practice's readers.
create function r2p.lapse_practices(today date, act_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    lapsed jsonb;
begin
    with changed as (
        update r2p.practice p set status = 'UNCONFIRMED', version = p.version + 1, updated_at = act_at
        where p.status = 'PUBLISHED' and p.confirmed_on < today - interval '1 year'
        returning p.id, p.version, p.readers
    )
    select jsonb_agg(jsonb_build_object(
        'id', gen_random_uuid(), 'type', 'PRACTICE_LAPSED', 'documentId', c.id, 'documentKind', 'PRACTICE', 'version', c.version,
        'readers', to_jsonb(c.readers), 'changesAccess', false, 'data', '{}'::jsonb) order by c.id)
    into lapsed from changed c;
    if lapsed is null then
        return 0;
    end if;
    perform r2p.append_events(lapsed);
    return jsonb_array_length(lapsed);
end
$$;
revoke all on function r2p.lapse_practices(date, timestamptz) from public;
grant execute on function r2p.lapse_practices(date, timestamptz) to r2p_service;
create index practice_confirmed on r2p.practice (confirmed_on) where status = 'PUBLISHED';
