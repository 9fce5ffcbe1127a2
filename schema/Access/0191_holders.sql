-- Who holds these tokens now, by whom a viewer's own tokens are found, too: what is explained can't differ from what is enforced. What everyone
-- holds is not spelt out. Only those are asked who could hold one of them, by an index: whoever is named, or has an appointment in an office that is
-- named, of a party that is named or belongs to a body that is, under a seal that is, or in a review that is.
create function r2p.holders_of(wanted text[])
returns table (token text, person_id uuid, office_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
#variable_conflict use_column
begin
    return query
        with named as materialized (
            select split_part(t, ':', 1) as kind, split_part(t, ':', 2) as name from unnest(wanted) t where t <> 'public'
        ),
        parties as materialized (
            select p.id from named n join party p on p.code = n.name where n.kind in ('state', 'org', 'region', 'network')
            union
            select m.party_id from named n join party b on b.code = n.name join membership m on m.body_id = b.id where n.kind in ('region', 'network')
        ),
        candidates as materialized (
            select n.name::uuid as id from named n where n.kind = 'person'
            union
            select a.person_id from named n join appointment a on a.office_id = n.name::uuid where n.kind = 'office'
            union
            select a.person_id from parties p join office o on o.party_id = p.id join appointment a on a.office_id = o.id
            union
            select a.person_id from named n join office_seal s on s.seal = n.name::uuid join appointment a on a.office_id = s.office_id where n.kind = 'seal'
            union
            select a.person_id from named n join reviewer r on r.review_id = n.name::uuid join appointment a on a.office_id = r.office_id
                where n.kind = 'review'
            union
            select a.person_id from appointment a where exists (select from named n where n.kind = 'members')
        )
        select held.token, c.id, a.office_id
        from candidates c
        left join lateral (
            select distinct office_id from r2p.active_appointments(c.id) where role not in ('AUDITOR', 'ADMINISTRATOR')
        ) a on true
        cross join lateral (
            select distinct t.token from unnest(r2p.tokens_of(c.id, a.office_id)) t (token) where t.token = any(wanted) and t.token <> 'public'
        ) held;
end
$$;
revoke all on function r2p.holders_of(text[]) from public;
grant execute on function r2p.holders_of(text[]) to r2p_service;
