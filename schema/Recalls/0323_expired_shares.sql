-- A share that expires ends by nobody's act: who could read the document is told so once, by whichever instance looks first. Up to this moment it is told.
create table r2p.expired_share (told_until timestamptz not null);
insert into r2p.expired_share values (now());
create index search_text_expiry on r2p.search_text (expires_at) where expires_at is not null;

-- The first expiry that is not told yet, be it past or to come, and the time.
create function r2p.next_expiry() returns table (next timestamptz, moment timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select min(d.expires_at), clock_timestamp() from r2p.expired_share s left join r2p.search_text d on d.expires_at > s.told_until
$$;

-- The documents that have expired since, with those who could read them. Other instances wait, and find nothing left.
create function r2p.take_expired_shares() returns table (id uuid, kind text, readers text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    since timestamptz;
begin
    select s.told_until into since from r2p.expired_share s for update;
    update r2p.expired_share set told_until = greatest(since, now());
    return query
        select d.id, d.kind, array_remove(d.readers, 'office:' || d.owner_id) from r2p.search_text d
        where d.expires_at > since and d.expires_at <= now() order by d.expires_at, d.id;
end
$$;
revoke all on function r2p.next_expiry(), r2p.take_expired_shares() from public;
grant execute on function r2p.next_expiry(), r2p.take_expired_shares() to r2p_service;
