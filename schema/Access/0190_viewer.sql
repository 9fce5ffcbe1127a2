-- The one place that turns an identity into tokens. It reads as the owner, because nobody can be asked for tokens before they are known.
-- Without an active appointment nobody holds more than what is public. What somebody holds by one of several offices is told apart: each office answers for
-- what was opened by it. Asked for every request, so in PL/pgSQL, whose plans a connection keeps, and of
-- views, which become part of them: a function in SQL would be planned at every call.

create function r2p.tokens_of(for_person uuid, for_office uuid default null)
returns text[]
language plpgsql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    return (
        with active as materialized (
            select * from active_appointment a where a.person_id = for_person and (for_office is null or a.office_id = for_office)
        ),
        held as materialized (
            select * from active where role not in ('AUDITOR', 'ADMINISTRATOR')
        ),
        belonging as materialized (
            select h.role, m.body_code, m.body_kind from held h join active_membership m on m.party_id = h.party_id
            where h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT')
        )
        select array_agg(distinct token order by token) from (
            select 'public' as token
            union all select 'person:' || for_person where exists (select from active)
            union all select unnest(array['members', 'office:' || h.office_id]) from held h
            union all select 'seal:' || s.seal from held h join office_seal s on s.office_id = h.office_id
            union all select 'state:' || h.party_code from held h
                where h.role in ('NATIONAL_FOCAL_POINT', 'NATIONAL_CONTRIBUTOR')
            union all select unnest(array['org:' || h.party_code, 'region:' || h.party_code]) from held h
                where h.role = 'REGIONAL_FOCAL_POINT'
            union all select 'region:' || b.body_code from belonging b
                where b.role = 'NATIONAL_FOCAL_POINT' and b.body_kind = 'REGIONAL_ORGANIZATION'
            union all select 'network:' || b.body_code from belonging b where b.body_kind = 'NETWORK'
            union all select 'network:' || h.party_code from held h where h.role = 'NETWORK_SECRETARIAT'
            union all select 'review:' || r.review_id from held h
                join reviewer r on r.office_id = h.office_id and r.status = 'ACCEPTED'
                join peer_review v on v.id = r.review_id and v.status = 'OPEN' and v.opens_on <= (now() at time zone 'UTC')::date
                where h.role <> 'NATIONAL_CONTRIBUTOR'
        ) as tokens);
end
$$;

create function r2p.viewer(of_issuer text, of_subject text)
returns table (person_id uuid, display_name text, tokens text[], appointments jsonb)
language plpgsql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    return query
        select p.id, p.display_name, r2p.tokens_of(p.id),
               coalesce((select jsonb_agg(jsonb_build_object(
                   'appointmentId', a.appointment_id, 'officeId', a.office_id, 'role', a.role,
                   'partyId', a.party_id, 'partyCode', a.party_code, 'partyKind', a.party_kind,
                   'tokens', case when a.held > 1 then r2p.tokens_of(p.id, a.office_id) end) order by a.appointment_id)
                   from (select *, count(*) over () as held from active_appointment where active_appointment.person_id = p.id) a), '[]'::jsonb)
        from identity i
        join person p on p.id = i.person_id
        where i.issuer = of_issuer and i.subject = of_subject;
end
$$;

revoke all on function r2p.tokens_of(uuid, uuid), r2p.viewer(text, text) from public;
grant execute on function r2p.tokens_of(uuid, uuid), r2p.viewer(text, text) to r2p_service;
