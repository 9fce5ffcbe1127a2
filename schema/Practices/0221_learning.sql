-- What came of a practice, and whose idea it was; and what kind of review a lesson comes from.
alter table r2p.practice add column outcome text, add column origin text;
create index practice_outcome on r2p.practice (outcome, published_at);
alter table r2p.lesson add column review_kind text;
create index lesson_review_kind on r2p.lesson (review_kind, published_at);

-- A State takes what the compendium tells of it out, whoever keeps the entry: from then on only the keeper's office reads it, its history and its excerpts
-- included. That a contributor holds the token, too, is the act's business.
create function r2p.remove_practice(target uuid, seen int, act_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, r2p, pg_temp as $$
declare
    owner uuid;
begin
    update r2p.practice p
    set status = 'WITHDRAWN', version = p.version + 1, updated_at = act_at, handling = null, expires_at = null,
        audience = '{"kind": "OFFICE", "offices": [], "persons": [], "states": [], "organizations": [], "networks": []}',
        readers = array['office:' || p.owner_id]
    where p.id = target and p.version = seen and p.status in ('PUBLISHED', 'UNCONFIRMED')
        and r2p.holds('state:' || p.country) and r2p.may_read(p.readers, p.expires_at, p.owner_id)
    returning p.owner_id into owner;
    if owner is null then
        return false;
    end if;
    update r2p.revision r set readers = array['office:' || owner], next_readers = array['office:' || owner] where r.document_id = target;
    perform r2p.take_back_excerpts(target, owner, act_at);
    return true;
end
$$;
revoke all on function r2p.remove_practice(uuid, int, timestamptz) from public;
grant execute on function r2p.remove_practice(uuid, int, timestamptz) to r2p_service;
