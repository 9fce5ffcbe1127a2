-- What the secretariats of networks add to the catalogue that comes with the service. Nothing is ever taken away: documents keep codes.
create table r2p.catalogue_entry (
    code       text primary key,
    id         uuid not null unique,
    list       text not null,
    entry      jsonb not null, -- as the catalogue's file would have it
    network    text not null,
    added_at   timestamptz not null,
    added_by   uuid not null references r2p.person,
    retired_at timestamptz,
    retired_by uuid references r2p.person,
    reason     text,
    replaced_by text -- what to take instead, once it is retired
);

-- What an entry, the service's own or a network's, is called in another language.
create table r2p.catalogue_text (
    code        text not null,
    language    text not null,
    name        text not null,
    description text,
    changed_at  timestamptz not null,
    changed_by  uuid not null references r2p.person
);
create unique index catalogue_text_code on r2p.catalogue_text (code, lower(language));

-- How the factors of one framework correspond to those of another, as networks compare them.
create table r2p.catalogue_crosswalk (
    from_code   text not null,
    to_code     text not null,
    crosswalk   jsonb not null, -- as the catalogue's file would have it
    network     text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references r2p.person,
    primary key (from_code, to_code)
);
-- Whichever of the two comes first: a comparison is read both ways.
create unique index catalogue_crosswalk_pair on r2p.catalogue_crosswalk (least(from_code, to_code), greatest(from_code, to_code));
grant select (from_code, to_code, crosswalk, network, recorded_at) on r2p.catalogue_crosswalk to r2p_service;
grant select (code, list, entry, network, added_at, retired_at, replaced_by) on r2p.catalogue_entry to r2p_service;
grant select (code, language, name, description) on r2p.catalogue_text to r2p_service;

-- The networks that somebody is the secretariat of curate the catalogue.
create function r2p.must_curate_catalogue(for_network text) returns void
language plpgsql stable security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    if not exists (select from r2p.active_appointments(r2p.person()) h where h.role = 'NETWORK_SECRETARIAT' and h.party_code = for_network) then
        raise exception 'This person may not curate the catalogue.' using errcode = 'insufficient_privilege';
    end if;
end
$$;

-- Calls some codes by these names, beside those that have names already, and the documents that use them.
create function r2p.name_some_codes(some_codes text[], some_names text[]) returns void
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    lock table catalogue_name in share row exclusive mode;
    perform r2p.name_codes(array_agg(known.code), array_agg(known.name))
    from (select n.code, n.name from catalogue_name n where n.code <> all(some_codes)
          union all select * from unnest(some_codes, some_names)) known (code, name);
end
$$;

-- Adds an entry, with the names of all codes that it brings (a framework brings its factors and indicators). Answers nothing if its code is taken.
create function r2p.add_catalogue_entry(
    new_id uuid, new_code text, its_list text, its_entry text, for_network text, all_codes text[], all_names text[], at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    perform r2p.must_curate_catalogue(for_network);
    lock table catalogue_entry in share row exclusive mode;
    if exists (select from catalogue_name n where n.code = any(all_codes)) then
        return null;
    end if;
    insert into catalogue_entry (id, code, list, entry, network, added_at, added_by)
    values (new_id, new_code, its_list, its_entry::jsonb, for_network, at, r2p.person());
    perform r2p.name_some_codes(all_codes, all_names);
    return true;
end
$$;

-- Says since when no list offers an entry of the network; answers nothing if the network has no such entry, or it was retired before.
create function r2p.retire_catalogue_entry(its_code text, instead text, for_network text, why text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    perform r2p.must_curate_catalogue(for_network);
    update catalogue_entry e set retired_at = at, retired_by = r2p.person(), reason = why, replaced_by = instead
    where e.code = its_code and e.network = for_network and e.retired_at is null;
    return nullif(found, false);
end
$$;

-- Says how the factors of two frameworks correspond, or replaces what the network has said of that. Answers nothing if another network has compared them.
create function r2p.record_crosswalk(its_from text, its_to text, its_crosswalk text, for_network text, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    perform r2p.must_curate_catalogue(for_network);
    lock table catalogue_crosswalk in share row exclusive mode;
    if exists (select from catalogue_crosswalk c
        where (c.from_code, c.to_code) in ((its_from, its_to), (its_to, its_from)) and c.network <> for_network) then
        return null;
    end if;
    delete from catalogue_crosswalk c where (c.from_code, c.to_code) in ((its_from, its_to), (its_to, its_from));
    insert into catalogue_crosswalk (from_code, to_code, crosswalk, network, recorded_at, recorded_by)
    values (its_from, its_to, its_crosswalk::jsonb, for_network, at, r2p.person());
    return true;
end
$$;

-- Says what an entry is called in another language, and that its documents are found by all its names.
create function r2p.translate_catalogue_entry(
    its_code text, its_language text, its_name text, its_description text, for_network text, own_name text, at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
begin
    perform r2p.must_curate_catalogue(for_network);
    lock table catalogue_text in share row exclusive mode;
    insert into catalogue_text as t (code, language, name, description, changed_at, changed_by)
    values (its_code, its_language, its_name, its_description, at, r2p.person())
    on conflict (code, lower(language)) do update set language = excluded.language, name = excluded.name,
        description = excluded.description, changed_at = excluded.changed_at, changed_by = excluded.changed_by;
    perform r2p.name_some_codes(array[its_code], array[own_name || (
        select ' (' || string_agg(distinct t.name collate "C", ', ' order by t.name collate "C") || ')' from catalogue_text t where t.code = its_code)]);
    return true;
end
$$;

revoke all on function r2p.must_curate_catalogue(text), r2p.name_some_codes(text[], text[]),
    r2p.add_catalogue_entry(uuid, text, text, text, text, text[], text[], timestamptz),
    r2p.retire_catalogue_entry(text, text, text, text, timestamptz),
    r2p.record_crosswalk(text, text, text, text, timestamptz),
    r2p.translate_catalogue_entry(text, text, text, text, text, text, timestamptz) from public;
grant execute on function r2p.add_catalogue_entry(uuid, text, text, text, text, text[], text[], timestamptz),
    r2p.retire_catalogue_entry(text, text, text, text, timestamptz),
    r2p.record_crosswalk(text, text, text, text, timestamptz),
    r2p.translate_catalogue_entry(text, text, text, text, text, text, timestamptz) to r2p_service;
