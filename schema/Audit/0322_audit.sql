create index event_at on r2p.event (at);
create index reading_at on r2p.reading (at);

-- The trail: who did what and who read what, newest first, without any content. For those who hold an appointment as auditor now; for everybody else it
-- is empty. An entry is known by its key: a letter for where it comes from, and its place there.
create function r2p.audit_trail(before_at timestamptz, before_key text, of_document uuid, of_person uuid, wanted int)
returns table (key text, at timestamptz, act text, person_id uuid, office_id uuid, documents uuid[], kinds text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from r2p.active_appointments(r2p.person()) held where held.role = 'AUDITOR') then
        return;
    end if;
    return query
        select trail.*, array(
            select coalesce(
                (select e.document_kind from r2p.event e where e.document_id = d.id order by e.position limit 1), (r2p.owner_of(d.id)).kind)
            from unnest(trail.documents) with ordinality d(id, place) order by d.place)
        from (
            (select 'e' || to_char(e.position, 'FM0000000000000000000') as key, e.at, e.type, e.person_id, e.office_id,
                    array_remove(array[e.document_id], null) as documents
             from r2p.event e
             where (before_at is null or e.at <= before_at)
                and (before_at is null or (e.at, 'e' || to_char(e.position, 'FM0000000000000000000')) < (before_at, before_key))
                and (of_document is null or e.document_id = of_document)
                and (of_person is null or e.person_id = of_person)
             order by e.at desc, 1 desc limit wanted)
            union all
            (select 'r' || to_char(r.id, 'FM0000000000000000000'), r.at, 'READ', r.person_id, r.office_id, r.document_ids
             from r2p.reading r
             where (before_at is null or r.at <= before_at)
                and (before_at is null or (r.at, 'r' || to_char(r.id, 'FM0000000000000000000')) < (before_at, before_key))
                and (of_document is null or r.document_ids @> array[of_document])
                and (of_person is null or r.person_id = of_person)
             order by r.at desc, 1 desc limit wanted)
        ) trail
        order by trail.at desc, trail.key desc
        limit wanted;
end
$$;

-- How long it is.
create function r2p.audit_trail_length(of_document uuid, of_person uuid) returns int
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from r2p.active_appointments(r2p.person()) held where held.role = 'AUDITOR') then
        return 0;
    end if;
    return (select count(*) from r2p.event e
            where (of_document is null or e.document_id = of_document) and (of_person is null or e.person_id = of_person))
        + (select count(*) from r2p.reading r
            where (of_document is null or r.document_ids @> array[of_document]) and (of_person is null or r.person_id = of_person));
end
$$;
revoke all on function r2p.audit_trail(timestamptz, text, uuid, uuid, int), r2p.audit_trail_length(uuid, uuid) from public;
grant execute on function r2p.audit_trail(timestamptz, text, uuid, uuid, int), r2p.audit_trail_length(uuid, uuid) to r2p_service;
