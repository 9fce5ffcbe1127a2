-- The acts on appointments. The service's role can't write an appointment, a person or an identity: it asks these functions, and they ask who
-- acts (r2p.person) and which appointments that person holds at this moment.

-- The networks whose secretariat vouches for an office: those of which its party, or the State that accredits it, is an active member; a
-- network's own offices are its own secretariat's.
create function r2p.networks_of_office(of_office uuid)
returns table (code text)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select p.code from office o join party p on p.id = o.party_id where o.id = of_office and p.kind = 'NETWORK'
    union
    select m.body_code
    from office o, unnest(array[o.party_id, o.accredited_by]) as standing, r2p.active_memberships(standing) m
    where o.id = of_office and m.body_kind = 'NETWORK'
$$;

create function r2p.is_secretariat_of(for_person uuid, of_office uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from r2p.active_appointments(for_person) h
        where h.role = 'NETWORK_SECRETARIAT' and h.party_code in (select n.code from r2p.networks_of_office(of_office) n))
$$;

-- Who proposes and ends the appointments of an office: its own focal point, the focal point of its State or of the State that accredits it,
-- and the secretariat.
create function r2p.keeps_office(for_person uuid, of_office uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select r2p.is_secretariat_of(for_person, of_office) or exists (
        select from r2p.active_appointments(for_person) h, office o
        where o.id = of_office
          and ((h.office_id = o.id and h.role = 'REGIONAL_FOCAL_POINT')
            or (h.role = 'NATIONAL_FOCAL_POINT' and h.party_id in (o.party_id, o.accredited_by))))
$$;

-- Roles that a party's offices can have. Auditors and administrators come with the installation, by no act of the network.
create function r2p.role_suits(role text, party_kind text)
returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select role = any(case party_kind
        when 'STATE' then array['NATIONAL_FOCAL_POINT', 'NATIONAL_CONTRIBUTOR']
        when 'REGIONAL_ORGANIZATION' then array['REGIONAL_FOCAL_POINT']
        when 'NETWORK' then array['NETWORK_SECRETARIAT']
        when 'CIVIL_SOCIETY_ORGANIZATION' then array['CIVIL_SOCIETY_CONTRIBUTOR', 'OBSERVER']
        when 'UN_ENTITY' then array['REGIONAL_FOCAL_POINT', 'OBSERVER']
        else '{}'::text[] end)
$$;

-- Until it is confirmed, a proposal is known to the office, to those who propose for it, to its networks' secretariats and to the person.
create function r2p.readers_of_proposal(of_office uuid, of_person uuid)
returns text[]
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select array(
        select 'office:' || of_office
        union select 'person:' || of_person
        union select 'office:' || o.id from office o join party p on p.id = o.party_id
            where p.code in (select n.code from r2p.networks_of_office(of_office) n)
        union select 'office:' || h.office_id from r2p.active_appointments(r2p.person()) h, office o
            where o.id = of_office and h.party_id in (o.party_id, o.accredited_by))
$$;

-- Proposes a person, who is new if there is a name. Answers who may know of it.
create function r2p.propose_appointment(
    new_id uuid, of_office uuid, of_person uuid, new_name text, new_issuer text, new_subject text,
    of_role text, starts timestamptz, ends timestamptz)
returns text[]
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    its_readers constant text[] := r2p.readers_of_proposal(of_office, of_person);
begin
    if r2p.keeps_office(r2p.person(), of_office) is not true
        or (select r2p.role_suits(of_role, p.kind) from office o join party p on p.id = o.party_id where o.id = of_office) is not true
    then
        raise exception 'This person may not propose this appointment.' using errcode = 'insufficient_privilege';
    end if;
    if new_name is not null then
        insert into person (id, display_name, readers) values (of_person, new_name, its_readers);
        insert into identity_claim (person_id, issuer, subject) values (of_person, new_issuer, new_subject);
    end if;
    insert into appointment (id, person_id, office_id, role, status, starts_at, ends_at, proposed_by, readers)
    values (new_id, of_person, of_office, of_role, 'PROPOSED', starts, ends, r2p.person(), its_readers);
    return its_readers;
end
$$;

-- Settles who a new person is: the one who is known under that identity already, or from now on the new one.
create function r2p.settle_identity(of_person uuid)
returns uuid
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    known uuid;
begin
    insert into identity (issuer, subject, person_id)
        select c.issuer, c.subject, c.person_id from identity_claim c where c.person_id = of_person
        on conflict do nothing;
    select i.person_id into known from identity_claim c join identity i using (issuer, subject) where c.person_id = of_person;
    delete from identity_claim c where c.person_id = of_person;
    if known is null or known = of_person then
        return of_person;
    end if;
    update appointment a
    set person_id = known, readers = array_replace(a.readers, 'person:' || of_person, 'person:' || known), version = a.version + 1
    where a.person_id = of_person;
    delete from person p where p.id = of_person;
    return known;
end
$$;

-- Confirms a proposal, as its second pair of eyes. Answers whose appointment it is, or nothing if another version or no proposal stands there.
create function r2p.confirm_appointment(of_id uuid, seen_version int)
returns uuid
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    proposal appointment;
    appointee uuid;
begin
    select * into proposal from appointment a
    where a.id = of_id and a.version = seen_version and a.status = 'PROPOSED' for update;
    if not found then
        return null;
    end if;
    appointee := r2p.settle_identity(proposal.person_id);
    if r2p.is_secretariat_of(r2p.person(), proposal.office_id) is not true
        or proposal.proposed_by is null or r2p.person() in (proposal.proposed_by, appointee)
    then
        raise exception 'This person may not confirm this appointment.' using errcode = 'insufficient_privilege';
    end if;
    update person p set readers = array['members', 'person:' || appointee] where p.id = appointee;
    update appointment a
    set status = 'ACTIVE', confirmed_by = r2p.person(), version = seen_version + 1, readers = array['members', 'person:' || appointee]
    where a.id = of_id;
    return appointee;
end
$$;

-- Ends an appointment now or, if it is confirmed, at a later time that is not after its present end. Whoever holds it may resign.
-- Answers false if another version stands there, or it has ended.
create function r2p.end_appointment(of_id uuid, seen_version int, at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    held appointment;
begin
    select * into held from appointment a
    where a.id = of_id and a.version = seen_version and a.status <> 'ENDED' for update;
    if not found then
        return false;
    end if;
    if (r2p.person() = held.person_id
        or (held.role not in ('AUDITOR', 'ADMINISTRATOR') and r2p.keeps_office(r2p.person(), held.office_id))) is not true
    then
        raise exception 'This person may not end this appointment.' using errcode = 'insufficient_privilege';
    end if;
    update appointment a
    set status = case when at > now() and held.status = 'ACTIVE' then 'ACTIVE' else 'ENDED' end,
        ends_at = least(held.ends_at, greatest(at, now())),
        version = seen_version + 1
    where a.id = of_id;
    if not exists (select from appointment a where a.person_id = held.person_id and a.status <> 'ENDED') then
        delete from identity_claim c where c.person_id = held.person_id;
    end if;
    return true;
end
$$;

revoke all on function r2p.networks_of_office(uuid), r2p.is_secretariat_of(uuid, uuid), r2p.keeps_office(uuid, uuid),
    r2p.role_suits(text, text), r2p.readers_of_proposal(uuid, uuid), r2p.settle_identity(uuid),
    r2p.propose_appointment(uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz),
    r2p.confirm_appointment(uuid, int), r2p.end_appointment(uuid, int, timestamptz) from public;
grant execute on function r2p.propose_appointment(uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz),
    r2p.confirm_appointment(uuid, int), r2p.end_appointment(uuid, int, timestamptz) to r2p_service;
