-- What becomes of appointments beside their beginning and end (suspension, deputies, successors), offices that are opened, and memberships that change.

alter table r2p.party
    add column also_network boolean not null default false, -- an organization that is a network of peers, too
    add column languages    text[] not null default '{}',
    add column programme    text;
alter table r2p.office
    add column ministry   text, -- a desk of one ministry; null for the one that speaks for the whole party
    add column accreditor uuid references r2p.party; -- the State that is asked to accredit it
alter table r2p.membership
    add column version int not null default 1,
    add column rights  text not null default 'READS' check (rights in ('READS', 'LISTED'));
alter table r2p.appointment
    drop constraint appointment_status_check,
    add constraint appointment_status_check check (status in ('PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    add column deputy       boolean not null default false,
    add column succeeds     uuid references r2p.appointment,
    add column suspended_by uuid references r2p.person;

-- A body that is both counts as both: its members are members of a region and of a network.
create or replace view r2p.active_membership as
    select m.party_id, b.code as body_code, k.kind as body_kind, m.rights
    from r2p.membership m
    join r2p.party b on b.id = m.body_id
    cross join lateral (select b.kind union all select 'NETWORK' where b.also_network) k (kind)
    where (m.joined_on is null or m.joined_on <= current_date)
      and (m.left_on is null or m.left_on > current_date)
      and not (m.suspended_from is not null and m.suspended_from <= current_date
               and (m.suspended_to is null or m.suspended_to > current_date));

create or replace function r2p.networks_of_office(of_office uuid)
returns table (code text)
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select p.code from office o join party p on p.id = o.party_id where o.id = of_office and (p.kind = 'NETWORK' or p.also_network)
    union
    select m.body_code
    from office o, unnest(array[o.party_id, o.accredited_by]) as standing, r2p.active_memberships(standing) m
    where o.id = of_office and m.body_kind = 'NETWORK'
$$;

-- A deputy stands in for everything but this, and who speaks for one ministry appoints for that ministry alone.
create or replace function r2p.keeps_office(for_person uuid, of_office uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select r2p.is_secretariat_of(for_person, of_office) or exists (
        select from r2p.active_appointments(for_person) h
        join appointment a on a.id = h.appointment_id and not a.deputy
        join office own on own.id = h.office_id, office o
        where o.id = of_office
          and ((h.office_id = o.id and h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT'))
            or (h.role = 'NATIONAL_FOCAL_POINT' and own.ministry is null and h.party_id in (o.party_id, o.accredited_by))))
$$;

-- Where nobody is in office yet, nobody can propose: an administrator, who settles identities, proposes the first holder of a party's office, and the
-- secretariats of networks. It is always a secretariat that confirms.
create function r2p.is_unheld(of_party uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select not exists (select from active_appointment a where a.party_id = of_party and a.role not in ('AUDITOR', 'ADMINISTRATOR'))
$$;

-- A network that has nobody in its secretariat can't confirm for itself: that of another network does.
create function r2p.is_founding(of_party uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from party p
        where p.id = of_party and (p.kind = 'NETWORK' or p.also_network)
          and not exists (select from active_appointment a where a.party_id = p.id and a.role = 'NETWORK_SECRETARIAT'))
$$;

create function r2p.has_role(for_person uuid, wanted text)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (select from r2p.active_appointments(for_person) h where h.role = wanted)
$$;

-- Opens an office of a party: the secretariat of a network to which the party belongs, the focal point of the party itself, or an administrator where
-- nobody is in office.
create function r2p.open_office(new_id uuid, new_code text, new_name text, of_party uuid, of_ministry text)
returns void
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    if (exists (
            select from r2p.active_appointments(r2p.person()) h
            join appointment a on a.id = h.appointment_id and not a.deputy
            join office own on own.id = h.office_id
            where (h.role = 'NETWORK_SECRETARIAT' and (h.party_id = of_party or h.party_code in (
                    select m.body_code from r2p.active_memberships(of_party) m where m.body_kind = 'NETWORK')))
               or (h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT') and own.ministry is null and h.party_id = of_party))
        or (r2p.is_unheld(of_party) and r2p.has_role(r2p.person(), 'ADMINISTRATOR'))) is not true
    then
        raise exception 'This person may not open this office.' using errcode = 'insufficient_privilege';
    end if;
    insert into office (id, code, name, party_id, ministry, readers) values (new_id, new_code, new_name, of_party, of_ministry, array['public']);
end
$$;

-- Registers a civil-society organization with the office that speaks for it, and says which State is asked to accredit it, if any: the secretariat of a
-- network, or an administrator.
create function r2p.register_organization(new_id uuid, new_office uuid, new_code text, new_name text, of_state uuid)
returns void
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    if (r2p.has_role(r2p.person(), 'NETWORK_SECRETARIAT') or r2p.has_role(r2p.person(), 'ADMINISTRATOR')) is not true then
        raise exception 'This person may not register organizations.' using errcode = 'insufficient_privilege';
    end if;
    insert into party (id, code, kind, name, readers) values (new_id, new_code, 'CIVIL_SOCIETY_ORGANIZATION', new_name, array['public']);
    insert into office (id, code, name, party_id, accreditor, readers) values (new_office, new_code, new_name, new_id, of_state, array['public']);
end
$$;

-- Accredits an office whose organization asked the State for it: an act of the State's focal point. Whoever accredits proposes and ends the office's
-- appointments, so nobody sets themselves over an organization that has somebody in office. Answers false if there is nothing to accredit.
create function r2p.accredit_office(of_office uuid)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    asked office;
begin
    select * into asked from office o where o.id = of_office for update;
    if not exists (
        select from r2p.active_appointments(r2p.person()) h
        join appointment a on a.id = h.appointment_id and not a.deputy
        join office own on own.id = h.office_id and own.ministry is null
        where h.role = 'NATIONAL_FOCAL_POINT' and h.party_id = asked.accreditor)
    then
        raise exception 'This person may not accredit this office.' using errcode = 'insufficient_privilege';
    end if;
    if asked.accredited_by is not null or not r2p.is_unheld(asked.party_id) then
        return false;
    end if;
    update office o set accredited_by = asked.accreditor where o.id = of_office;
    return true;
end
$$;

drop function r2p.propose_appointment(uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz);

-- Proposes a person, who is new if there is a name: as holder, as deputy, or as successor of who holds the office now. Answers who may know of it.
create function r2p.propose_appointment(
    new_id uuid, of_office uuid, of_person uuid, new_name text, new_issuer text, new_subject text,
    of_role text, starts timestamptz, ends timestamptz, as_deputy boolean default false, predecessor uuid default null)
returns text[]
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    its_readers text[] := r2p.readers_of_proposal(of_office, of_person);
    place party;
    by_administrator boolean;
begin
    select p.* into place from office o join party p on p.id = o.party_id where o.id = of_office;
    by_administrator := r2p.has_role(r2p.person(), 'ADMINISTRATOR') and (of_role = 'NETWORK_SECRETARIAT' or r2p.is_unheld(place.id));
    if (r2p.keeps_office(r2p.person(), of_office) or by_administrator) is not true
        or (r2p.role_suits(of_role, place.kind) or (place.also_network and of_role = 'NETWORK_SECRETARIAT')) is not true
        or (predecessor is not null and not exists (
            select from appointment a
            where a.id = predecessor and a.office_id = of_office and a.role = of_role and a.status in ('ACTIVE', 'SUSPENDED')))
    then
        raise exception 'This person may not propose this appointment.' using errcode = 'insufficient_privilege';
    end if;
    if by_administrator then
        its_readers := its_readers || ('person:' || r2p.person());
    end if;
    if of_role = 'NETWORK_SECRETARIAT' and r2p.is_founding(place.id) then
        its_readers := its_readers || array(select distinct 'office:' || a.office_id from active_appointment a where a.role = 'NETWORK_SECRETARIAT');
    end if;
    if new_name is not null then
        insert into person (id, display_name, readers) values (of_person, new_name, its_readers);
        insert into identity_claim (person_id, issuer, subject) values (of_person, new_issuer, new_subject);
    end if;
    insert into appointment (id, person_id, office_id, role, status, starts_at, ends_at, proposed_by, deputy, succeeds, readers)
    values (new_id, of_person, of_office, of_role, 'PROPOSED', starts, ends, r2p.person(), as_deputy, predecessor, its_readers);
    return its_readers;
end
$$;

-- Confirms a proposal, as its second pair of eyes; who is succeeded leaves when the successor begins. Answers whose appointment it is, or nothing if
-- another version or no proposal stands there.
create or replace function r2p.confirm_appointment(of_id uuid, seen_version int)
returns uuid
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    proposal appointment;
    appointee uuid;
    place party;
begin
    select * into proposal from appointment a
    where a.id = of_id and a.version = seen_version and a.status = 'PROPOSED' for update;
    if not found then
        return null;
    end if;
    select p.* into place from office o join party p on p.id = o.party_id where o.id = proposal.office_id;
    appointee := r2p.settle_identity(proposal.person_id);
    if (r2p.is_secretariat_of(r2p.person(), proposal.office_id)
            or (proposal.role = 'NETWORK_SECRETARIAT' and r2p.is_founding(place.id) and r2p.has_role(r2p.person(), 'NETWORK_SECRETARIAT'))) is not true
        or proposal.proposed_by is null or r2p.person() in (proposal.proposed_by, appointee)
    then
        raise exception 'This person may not confirm this appointment.' using errcode = 'insufficient_privilege';
    end if;
    -- Before anything is looked up about the person: of two confirmations the second waits here, and sees the first.
    update person p set readers = array['members', 'person:' || appointee] where p.id = appointee;
    if place.kind = 'STATE' and exists (
        select from appointment a join office o on o.id = a.office_id join party p on p.id = o.party_id
        where a.person_id = appointee and a.status in ('ACTIVE', 'SUSPENDED') and (a.ends_at is null or a.ends_at > now())
          and p.kind = 'STATE' and p.id <> place.id)
    then
        raise exception 'Somebody acts for one State only.' using errcode = 'R2P01';
    end if;
    update appointment a
    set status = 'ACTIVE', confirmed_by = r2p.person(), version = seen_version + 1, readers = array['members', 'person:' || appointee]
    where a.id = of_id;
    update appointment a
    set ends_at = least(a.ends_at, greatest(proposal.starts_at, now())), version = a.version + 1,
        status = case when proposal.starts_at > now() and a.status = 'ACTIVE' then 'ACTIVE' else 'ENDED' end
    where a.id = proposal.succeeds and a.status in ('ACTIVE', 'SUSPENDED');
    return appointee;
end
$$;

-- Suspends an appointment that counts now: an act of those who keep the office, never of the person. Answers false if another version stands there.
create function r2p.suspend_appointment(of_id uuid, seen_version int)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    held appointment;
begin
    select * into held from appointment a where a.id = of_id and a.version = seen_version and a.status = 'ACTIVE' for update;
    if not found then
        return false;
    end if;
    if (r2p.keeps_office(r2p.person(), held.office_id) and r2p.person() <> held.person_id
        and held.role not in ('AUDITOR', 'ADMINISTRATOR')) is not true
    then
        raise exception 'This person may not suspend this appointment.' using errcode = 'insufficient_privilege';
    end if;
    update appointment a set status = 'SUSPENDED', suspended_by = r2p.person(), version = seen_version + 1 where a.id = of_id;
    return true;
end
$$;

-- Lets it count again: whoever suspended it, or a secretariat. Answers false if another version stands there, or it is not suspended.
create function r2p.resume_appointment(of_id uuid, seen_version int)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    held appointment;
begin
    select * into held from appointment a where a.id = of_id and a.version = seen_version and a.status = 'SUSPENDED' for update;
    if not found then
        return false;
    end if;
    if (r2p.person() <> held.person_id and (r2p.is_secretariat_of(r2p.person(), held.office_id)
        or (r2p.person() = held.suspended_by and r2p.keeps_office(r2p.person(), held.office_id)))) is not true
    then
        raise exception 'This person may not resume this appointment.' using errcode = 'insufficient_privilege';
    end if;
    update appointment a set status = 'ACTIVE', suspended_by = null, version = seen_version + 1 where a.id = of_id;
    return true;
end
$$;

-- Who keeps the membership of a body: the secretariat of a network, the desk of an organization.
create function r2p.keeps_members(for_person uuid, of_body uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from r2p.active_appointments(for_person) h
        where h.party_id = of_body and h.role in ('NETWORK_SECRETARIAT', 'REGIONAL_FOCAL_POINT'))
$$;

-- Who decides for a party whether it joins or leaves.
create function r2p.decides_for(for_person uuid, of_party uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (
        select from r2p.active_appointments(for_person) h
        join appointment a on a.id = h.appointment_id and not a.deputy
        join office o on o.id = h.office_id
        where h.party_id = of_party and o.ministry is null
          and h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT', 'NETWORK_SECRETARIAT', 'CIVIL_SOCIETY_CONTRIBUTOR', 'OBSERVER'))
$$;

create function r2p.is_member(of_party uuid, of_body uuid, at date)
returns boolean
language sql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
    select exists (select from membership m where m.party_id = of_party and m.body_id = of_body and (m.left_on is null or m.left_on > at or m.joined_on = at))
$$;

-- Records that a party is a member of a body. A network's secretariat vouches for the offices of its members, so whoever has somebody in office becomes
-- a member of a network by accepting its invitation, not by this. Answers what it came to.
create function r2p.record_membership(new_id uuid, of_party uuid, of_body uuid, joined date, of_rights text)
returns text
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    body party;
begin
    select * into body from party p where p.id = of_body;
    if r2p.keeps_members(r2p.person(), of_body) is not true then
        raise exception 'This person may not keep these memberships.' using errcode = 'insufficient_privilege';
    end if;
    if r2p.is_member(of_party, of_body, joined) then
        return 'MEMBER';
    end if;
    if (body.kind = 'NETWORK' or body.also_network) and exists (
        select from active_appointment a where a.party_id = of_party and a.role not in ('AUDITOR', 'ADMINISTRATOR'))
    then
        return 'INVITE';
    end if;
    insert into membership (id, party_id, body_id, joined_on, rights, readers) values (new_id, of_party, of_body, joined, of_rights, array['public']);
    return 'RECORDED';
end
$$;

-- Ends a membership: whoever keeps it, or the member, who leaves. What has an end gets no later one by this: who was put out does not come back so.
-- Answers false if another version stands there, or it has ended.
create function r2p.end_membership(of_id uuid, seen_version int, leaves date)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    held membership;
begin
    select * into held from membership m where m.id = of_id and m.version = seen_version for update;
    if not found then
        return false;
    end if;
    if (r2p.keeps_members(r2p.person(), held.body_id) or r2p.decides_for(r2p.person(), held.party_id)) is not true then
        raise exception 'This person may not end this membership.' using errcode = 'insufficient_privilege';
    end if;
    if held.left_on <= current_date then
        return false;
    end if;
    update membership m set left_on = least(held.left_on, leaves), version = seen_version + 1 where m.id = of_id;
    return true;
end
$$;

-- Suspends a membership for a time, or gives the suspension another end.
create function r2p.suspend_membership(of_id uuid, seen_version int, begins date, ends date)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    held membership;
begin
    select * into held from membership m where m.id = of_id and m.version = seen_version for update;
    if not found then
        return false;
    end if;
    if r2p.keeps_members(r2p.person(), held.body_id) is not true then
        raise exception 'This person may not suspend this membership.' using errcode = 'insufficient_privilege';
    end if;
    update membership m set suspended_from = begins, suspended_to = ends, version = seen_version + 1 where m.id = of_id;
    return true;
end
$$;

-- What a network says of itself.
create function r2p.describe_network(of_party uuid, in_languages text[], of_programme text)
returns void
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    if (r2p.has_role(r2p.person(), 'NETWORK_SECRETARIAT') and r2p.keeps_members(r2p.person(), of_party)) is not true then
        raise exception 'This person may not describe this network.' using errcode = 'insufficient_privilege';
    end if;
    update party p set languages = in_languages, programme = of_programme where p.id = of_party;
end
$$;

-- An invitation to become a member. It is known to the body and to the party, and to nobody else.
create table r2p.invitation (
    id          uuid primary key,
    body_id     uuid not null references r2p.party,
    party_id    uuid not null references r2p.party,
    message     text not null,
    rights      text not null,
    status      text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'DECLINED')),
    invited_by  uuid not null references r2p.person,
    invited_at  timestamptz not null,
    answered_at timestamptz,
    answered_by uuid references r2p.person,
    version     int not null default 1,
    readers     text[] not null
);
create unique index invitation_open on r2p.invitation (body_id, party_id) where status = 'OPEN';
create index invitation_party on r2p.invitation (party_id);
select r2p.make_readable_table('invitation', '');

-- Invites. Answers who may know of it; nothing if the party is a member already, or was invited and has not answered.
create function r2p.invite_member(new_id uuid, of_body uuid, of_party uuid, its_message text, of_rights text, at timestamptz)
returns text[]
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    its_readers text[];
begin
    if r2p.keeps_members(r2p.person(), of_body) is not true then
        raise exception 'This person may not invite to this body.' using errcode = 'insufficient_privilege';
    end if;
    if r2p.is_member(of_party, of_body, at::date)
        or exists (select from invitation i where i.body_id = of_body and i.party_id = of_party and i.status = 'OPEN')
    then
        return null;
    end if;
    its_readers := array(
        select 'office:' || o.id from office o where o.party_id = of_body
        union select case p.kind when 'STATE' then 'state:' || p.code when 'REGIONAL_ORGANIZATION' then 'org:' || p.code end
            from party p where p.id = of_party and p.kind in ('STATE', 'REGIONAL_ORGANIZATION')
        union select 'office:' || o.id from office o join party p on p.id = o.party_id
            where p.id = of_party and p.kind not in ('STATE', 'REGIONAL_ORGANIZATION'));
    insert into invitation (id, body_id, party_id, message, rights, invited_by, invited_at, readers)
    values (new_id, of_body, of_party, its_message, of_rights, r2p.person(), at, its_readers);
    return its_readers;
end
$$;

-- Answers an invitation; accepting it makes the party a member from today. Answers false if another version stands there, or it was answered.
create function r2p.answer_invitation(of_id uuid, seen_version int, accepts boolean, membership_id uuid, at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    invited invitation;
begin
    select * into invited from invitation i where i.id = of_id and i.version = seen_version and i.status = 'OPEN' for update;
    if not found then
        return false;
    end if;
    if r2p.decides_for(r2p.person(), invited.party_id) is not true then
        raise exception 'This person may not answer this invitation.' using errcode = 'insufficient_privilege';
    end if;
    update invitation i
    set status = case when accepts then 'ACCEPTED' else 'DECLINED' end, answered_at = at, answered_by = r2p.person(), version = seen_version + 1
    where i.id = of_id;
    if accepts and not r2p.is_member(invited.party_id, invited.body_id, current_date) then
        insert into membership (id, party_id, body_id, joined_on, rights, readers)
        values (membership_id, invited.party_id, invited.body_id, current_date, invited.rights, array['public']);
    elsif accepts then
        -- Whoever left on the day on which they joined comes back to the same membership.
        update membership m
        set left_on = null, rights = invited.rights, version = m.version + 1
        where m.party_id = invited.party_id and m.body_id = invited.body_id and m.joined_on = current_date and m.left_on is not null;
    end if;
    return true;
end
$$;

-- Tokens as in 0190, and: the desk of a body of the United Nations speaks for it as that of a regional organization does, and has no region; who is a member of
-- a network without being a State or an organization reads what is shared with the network, if the membership gives that right.
create or replace function r2p.tokens_of(for_person uuid, for_office uuid default null)
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
            where (h.role in ('NATIONAL_FOCAL_POINT', 'REGIONAL_FOCAL_POINT')
                or (h.role in ('CIVIL_SOCIETY_CONTRIBUTOR', 'OBSERVER') and m.body_kind = 'NETWORK'))
              and m.rights = 'READS'
        )
        select array_agg(distinct token order by token) from (
            select 'public' as token
            union all select 'person:' || for_person where exists (select from active)
            union all select unnest(array['members', 'office:' || h.office_id]) from held h
            union all select 'seal:' || s.seal from held h join office_seal s on s.office_id = h.office_id
            union all select 'state:' || h.party_code from held h
                where h.role in ('NATIONAL_FOCAL_POINT', 'NATIONAL_CONTRIBUTOR')
            union all select 'org:' || h.party_code from held h where h.role = 'REGIONAL_FOCAL_POINT'
            union all select 'region:' || h.party_code from held h
                where h.role = 'REGIONAL_FOCAL_POINT' and h.party_kind = 'REGIONAL_ORGANIZATION'
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

revoke all on function r2p.is_unheld(uuid), r2p.is_founding(uuid), r2p.has_role(uuid, text), r2p.keeps_members(uuid, uuid), r2p.decides_for(uuid, uuid),
    r2p.is_member(uuid, uuid, date), r2p.open_office(uuid, text, text, uuid, text),
    r2p.register_organization(uuid, uuid, text, text, uuid), r2p.accredit_office(uuid),
    r2p.propose_appointment(uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz, boolean, uuid),
    r2p.suspend_appointment(uuid, int), r2p.resume_appointment(uuid, int), r2p.record_membership(uuid, uuid, uuid, date, text),
    r2p.end_membership(uuid, int, date), r2p.suspend_membership(uuid, int, date, date), r2p.describe_network(uuid, text[], text),
    r2p.invite_member(uuid, uuid, uuid, text, text, timestamptz), r2p.answer_invitation(uuid, int, boolean, uuid, timestamptz) from public;
grant execute on function r2p.open_office(uuid, text, text, uuid, text), r2p.register_organization(uuid, uuid, text, text, uuid),
    r2p.accredit_office(uuid),
    r2p.propose_appointment(uuid, uuid, uuid, text, text, text, text, timestamptz, timestamptz, boolean, uuid),
    r2p.suspend_appointment(uuid, int), r2p.resume_appointment(uuid, int), r2p.record_membership(uuid, uuid, uuid, date, text),
    r2p.end_membership(uuid, int, date), r2p.suspend_membership(uuid, int, date, date), r2p.describe_network(uuid, text[], text),
    r2p.invite_member(uuid, uuid, uuid, text, text, timestamptz), r2p.answer_invitation(uuid, int, boolean, uuid, timestamptz) to r2p_service;
