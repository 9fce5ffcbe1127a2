-- The one place that turns an identity into tokens. It reads as the owner, because nobody can be asked for tokens before they are known.
-- Without an active appointment nobody holds more than what is public.

create function r2p.tokens_of(for_person uuid)
returns text[]
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    with held as (
        select * from r2p.active_appointments(for_person) where role not in ('AUDITOR', 'ADMINISTRATOR')
    )
    select array(
        select distinct token from (
            select 'public' as token
            union all select 'person:' || for_person from r2p.active_appointments(for_person)
            union all select unnest(array['members', 'office:' || h.office_id]) from held h
            union all select 'seal:' || s.seal from held h join r2p.office_seal s on s.office_id = h.office_id
            union all select 'state:' || h.party_code from held h
                where h.role in ('NATIONAL_FOCAL_POINT', 'NATIONAL_CONTRIBUTOR')
            union all select unnest(array['org:' || h.party_code, 'region:' || h.party_code]) from held h
                where h.role = 'REGIONAL_FOCAL_POINT'
            union all select 'region:' || m.body_code from held h, r2p.active_memberships(h.party_id) m
                where h.role = 'NATIONAL_FOCAL_POINT' and m.body_kind = 'REGIONAL_ORGANIZATION'
            union all select 'network:' || m.body_code from held h, r2p.active_memberships(h.party_id) m
                where h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT') and m.body_kind = 'NETWORK'
            union all select 'network:' || h.party_code from held h
                where h.role = 'NETWORK_SECRETARIAT'
            union all select 'review:' || r.review_id from held h, r2p.reviewer r, r2p.peer_review v
                where r.office_id = h.office_id and r.status = 'ACCEPTED' and v.id = r.review_id and v.status = 'OPEN'
                  and v.opens_on <= (now() at time zone 'UTC')::date and h.role <> 'NATIONAL_CONTRIBUTOR'
        ) as tokens order by token)
$$;

create function r2p.viewer(of_issuer text, of_subject text)
returns table (person_id uuid, display_name text, tokens text[], appointments jsonb)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select p.id, p.display_name, r2p.tokens_of(p.id),
           coalesce((select jsonb_agg(jsonb_build_object(
               'appointmentId', h.appointment_id, 'officeId', h.office_id, 'role', h.role,
               'partyId', h.party_id, 'partyCode', h.party_code, 'partyKind', h.party_kind) order by h.appointment_id)
               from r2p.active_appointments(p.id) h), '[]'::jsonb)
    from identity i
    join person p on p.id = i.person_id
    where i.issuer = of_issuer and i.subject = of_subject
$$;

revoke all on function r2p.tokens_of(uuid), r2p.viewer(text, text) from public;
grant execute on function r2p.tokens_of(uuid), r2p.viewer(text, text) to r2p_service;
