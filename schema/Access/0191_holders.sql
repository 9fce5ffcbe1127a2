-- Who holds these tokens now, by whom a viewer's own tokens are found, too: what is explained can't differ from what is enforced. What everyone
-- holds is not spelt out.
create function r2p.holders_of(wanted text[])
returns table (token text, person_id uuid, office_id uuid)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select held.token, p.id, a.office_id
    from r2p.person p
    left join lateral (
        select distinct office_id from r2p.active_appointments(p.id) where role not in ('AUDITOR', 'ADMINISTRATOR')
    ) a on true
    cross join lateral (select distinct token from unnest(r2p.tokens_of(p.id, a.office_id)) token where token = any(wanted) and token <> 'public') held
$$;
revoke all on function r2p.holders_of(text[]) from public;
grant execute on function r2p.holders_of(text[]) to r2p_service;
