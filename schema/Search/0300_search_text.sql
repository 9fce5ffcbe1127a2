-- What the codes of the catalogue are called; loaded at every start. A code without a name is a word of the API (a status, a trend) that nobody
-- searches for.
create table r2p.catalogue_name (
    code text primary key,
    name text
);

-- What every document says, of whatever kind, with the columns that decide who may see it and that a search is narrowed by. Kept by trigger.
create table r2p.search_text (
    id           uuid primary key,
    kind         text not null,
    owner_id     uuid not null,
    readers      text[] not null,
    status       text not null,
    language     text not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    published_at timestamptz,
    expires_at   timestamptz,
    shown_at     timestamptz not null generated always as (coalesce(published_at, 'infinity')) stored, -- drafts count as newest, as in lists
    tags         text[] not null,
    countries    text[] not null,
    title        text not null,
    summary      text,
    codes        text[] not null, -- whatever looks like a code: when its name changes, the words do
    words        tsvector not null
)
-- The words lie beside the row: whoever counts or sorts reads the narrow row only.
with (toast_tuple_target = 128);
alter table r2p.search_text
    alter column words set storage external,
    alter column readers set storage main,
    alter column tags set storage main,
    alter column countries set storage main;
alter table r2p.search_text enable row level security;
create policy readers_select on r2p.search_text for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
grant select on r2p.search_text to r2p_service;

-- Readers and words in one index: it walks both together and skips what only one of them has, so that neither a common word nor a reader of
-- much makes the search read what the viewer may not see. Without a list of pending entries: what others wrote last would be read one by one.
create index search_text_words on r2p.search_text using gin (readers, words) with (fastupdate = off);
create index search_text_codes on r2p.search_text using gin (codes);

create function r2p.search_config(language text) returns regconfig language sql immutable parallel safe
return case split_part(lower(language), '-', 1)
    when 'ar' then 'pg_catalog.arabic'::regconfig
    when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig
    when 'fr' then 'pg_catalog.french'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig
    when 'ru' then 'pg_catalog.russian'::regconfig
    else 'pg_catalog.simple'::regconfig
end;

-- The characters of Chinese and Japanese, as they stand between the brackets of a regular expression.
create function r2p.chinese() returns text language sql immutable parallel safe
return '\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f';

-- Chinese has no spaces, and most of its words have two characters: a run of it becomes every two that stand together, and the last one alone.
-- Whatever else is in the text stays as it is.
create function r2p.search_words(content text) returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    if content !~ format('[%s]', r2p.chinese()) then
        return content;
    end if;
    return (
        select string_agg(case when run.part ~ format('^[%s]', r2p.chinese())
            then (
                select string_agg(pair.two, ' ' order by pair.place)
                from (select c || lead(c, 1, '') over (order by place) as two, place
                      from unnest(string_to_array(run.part, null)) with ordinality as single (c, place)) pair)
            else run.part end, ' ' order by run.place)
        from (select matched[1] as part, place
              from regexp_matches(content, format('[%1$s]+|[^%1$s]+', r2p.chinese()), 'g') with ordinality as found (matched, place)) run);
end
$$;

-- The words of some texts of one language; a phrase never begins in one text and ends in the next.
create function r2p.search_vector(language text, contents text[], weight "char") returns tsvector language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    texts jsonb := to_jsonb(contents);
begin
    if array_to_string(contents, ' ') ~ format('[%s]', r2p.chinese()) then
        texts := (select jsonb_agg(r2p.search_words(given.content) order by given.place) from unnest(contents) with ordinality given (content, place));
    end if;
    return setweight(jsonb_to_tsvector(r2p.search_config(language), coalesce(texts, '[]'), '["string"]'), weight);
end
$$;

-- What of a document's row is content: all but what the service keeps about it.
create function r2p.search_content(document jsonb) returns jsonb language sql immutable parallel safe
return document - array['id', 'owner_id', 'readers', 'version', 'status', 'created_at', 'updated_at', 'published_at', 'expires_at', 'author_ids',
    'audience', 'handling', 'is_restricted'];

-- Whether a string is an id, a time or a date: nobody searches for these, and what ids a row holds is no reader's business.
create function r2p.is_search_noise(value text) returns boolean language sql immutable parallel safe
return value ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T\S*)?)$';

-- The texts and the codes of a document beside its title, summary and translations: every string in its columns and its body. Ids, times and dates
-- are neither. (Written in plpgsql, as what follows: it keeps its plans.)
create function r2p.search_strings(content jsonb, out texts text[], out codes text[]) language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp as $$
begin
    select coalesce(array_agg(s.value order by s.place) filter (where known.code is null), '{}'),
        coalesce(array_agg(distinct s.value) filter (where s.value ~ '^[A-Z][A-Z0-9_]*$'), '{}')
    into texts, codes
    from (select place, found.value #>> '{}' as value
          from jsonb_path_query(content - array['title', 'summary', 'language', 'translations'], 'strict $.** ? (@.type() == "string")')
              with ordinality as found (value, place)) s
    left join r2p.catalogue_name known on known.code = s.value
    where not r2p.is_search_noise(s.value);
end
$$;

-- The words of a document: A its title, B its summary and the translations of both, C its other texts and their translations, D the names of its codes, which
-- are English, in its own languages.
create function r2p.search_words_of(content jsonb, texts text[], codes text[]) returns tsvector language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    its_language constant text := content ->> 'language';
    names constant text[] := array(select known.name from r2p.catalogue_name known where known.code = any(codes) order by known.code);
    languages text[] := array['en', its_language];
    translation jsonb;
    words tsvector := r2p.search_vector(its_language, array[content ->> 'title'], 'A') || r2p.search_vector(its_language, array[content ->> 'summary'], 'B');
    language text;
begin
    for translation in select jsonb_array_elements(content -> 'translations') loop
        languages := languages || (translation ->> 'language');
        words := words || r2p.search_vector(translation ->> 'language', array[translation ->> 'title', translation ->> 'summary'], 'B')
            || r2p.search_vector(translation ->> 'language',
                array(select passage ->> 'text' from jsonb_array_elements(translation -> 'texts') passage), 'C');
    end loop;
    words := words || r2p.search_vector(its_language, texts, 'C');
    for language in select max(spoken.tag) from unnest(languages) spoken (tag) group by r2p.search_config(spoken.tag) order by 1 loop
        words := words || r2p.search_vector(language, names, 'D');
    end loop;
    return words;
end
$$;

-- The same, of as much as a tsvector can hold: else somebody could write what can't be saved.
create function r2p.search_words_that_fit(content jsonb, texts text[], codes text[]) returns tsvector language plpgsql stable
set search_path = pg_catalog, pg_temp as $$
declare
    many constant int := cardinality(texts);
begin
    return r2p.search_words_of(content, texts, codes);
exception when program_limit_exceeded then
    return case
        when many > 1 then r2p.search_words_that_fit(content, texts[:many / 2], codes)
        when many = 1 and length(texts[1]) > 1000 then r2p.search_words_that_fit(content, array[left(texts[1], length(texts[1]) / 2)], codes)
        when many = 1 then r2p.search_words_that_fit(content, '{}', codes)
        else r2p.search_vector(content ->> 'language', array[content ->> 'title'], 'A')
    end;
end
$$;

-- Keeps what is searched of one document, given as its row.
create function r2p.keep_search_text(its_kind text, document jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    content constant jsonb := r2p.search_content(document);
    kept r2p.search_text := jsonb_populate_record(null::r2p.search_text, document - array['kind', 'codes', 'words']); -- of the same names, maybe
    texts text[];
begin
    select s.texts, s.codes into texts, kept.codes from r2p.search_strings(content) s;
    kept.words := r2p.search_words_that_fit(content, texts, kept.codes);
    insert into r2p.search_text (id, kind, owner_id, readers, status, language, created_at, updated_at, published_at, expires_at, tags, countries,
        title, summary, codes, words)
    values (kept.id, its_kind, kept.owner_id, kept.readers, kept.status, kept.language, kept.created_at, kept.updated_at, kept.published_at,
        kept.expires_at, kept.tags, coalesce(kept.countries, array_remove(array[document ->> 'country'], null)),
        kept.title, kept.summary, kept.codes, kept.words)
    on conflict (id) do update set
        readers = excluded.readers, status = excluded.status, language = excluded.language, updated_at = excluded.updated_at,
        published_at = excluded.published_at, expires_at = excluded.expires_at, tags = excluded.tags, countries = excluded.countries,
        title = excluded.title, summary = excluded.summary, codes = excluded.codes, words = excluded.words;
end
$$;
revoke all on function r2p.keep_search_text(text, jsonb) from public;

create function r2p.follow_search_text() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from r2p.search_text s where s.id = old.id;
    elsif tg_op = 'UPDATE' and r2p.search_content(to_jsonb(new)) = r2p.search_content(to_jsonb(old)) then
        -- Who may see it, and where it stands, changes more often than what it says.
        update r2p.search_text s set readers = new.readers, status = new.status, updated_at = new.updated_at, published_at = new.published_at,
            expires_at = new.expires_at
        where s.id = new.id;
    else
        perform r2p.keep_search_text(tg_argv[0], to_jsonb(new));
    end if;
    return null;
end
$$;
revoke all on function r2p.follow_search_text() from public;

-- What documents said before: the words of each version that was replaced, for as long as the version is kept, and for the readers that it has.
create table r2p.past_search_text (
    like r2p.search_text including storage including generated,
    version     int not null,
    replaced_at timestamptz not null,
    primary key (id, version),
    foreign key (id, version) references r2p.revision (document_id, version) on delete cascade
)
with (toast_tuple_target = 128);
alter table r2p.past_search_text enable row level security;
create policy readers_select on r2p.past_search_text for select
    using (readers && (select r2p.tokens()) and r2p.is_open(expires_at, owner_id));
grant select on r2p.past_search_text to r2p_service;
create index past_search_text_words on r2p.past_search_text using gin (readers, words) with (fastupdate = off);

-- A version is kept before the words of the next one are: the trigger keep_revision comes before keep_search_text.
create function r2p.keep_past_search_text() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' then
        update r2p.past_search_text p set readers = new.readers, expires_at = new.expires_at where p.id = new.document_id and p.version = new.version;
    else
        insert into r2p.past_search_text (id, version, replaced_at, kind, owner_id, readers, status, language, created_at, updated_at, published_at,
            expires_at, tags, countries, title, summary, codes, words)
        select s.id, new.version, new.replaced_at, s.kind, s.owner_id, new.readers, s.status, s.language, s.created_at, s.updated_at, s.published_at,
            new.expires_at, s.tags, s.countries, s.title, s.summary, s.codes, s.words
        from r2p.search_text s where s.id = new.document_id and s.kind = new.kind;
    end if;
    return null;
end
$$;
revoke all on function r2p.keep_past_search_text() from public;
create trigger keep_past_search_text after insert or update of readers, expires_at on r2p.revision
    for each row execute function r2p.keep_past_search_text();

-- Since when there is a past to look into.
create function r2p.network_began() returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp
return (select min(m.applied_at) from r2p.migration m);
revoke all on function r2p.network_began() from public;
grant execute on function r2p.network_began() to r2p_service;

-- Whatever is a document of the network is searched: it has a title, tags and authors. Rows with readers of their own that lack these are parts.
create function r2p.make_searchable(its_table text, its_kind text) returns void language plpgsql as $$
begin
    if (select count(*) from pg_attribute a
        where a.attrelid = format('r2p.%I', its_table)::regclass and a.attname in ('title', 'tags', 'author_ids') and not a.attisdropped) < 3 then
        return;
    end if;
    execute format('create trigger keep_search_text after insert or update or delete on r2p.%I '
        'for each row execute function r2p.follow_search_text(%L)', its_table, its_kind);
    execute format('select count(r2p.keep_search_text(%L, to_jsonb(d))) from r2p.%I d', its_kind, its_table);
end
$$;
revoke all on function r2p.make_searchable(text, text) from public;

-- A kind that comes later is searched from its beginning.
create function r2p.make_kind_searchable() returns trigger language plpgsql as $$
begin
    perform r2p.make_searchable(new.table_name, new.kind);
    return null;
end
$$;
create trigger make_searchable after insert on r2p.document_kind for each row execute function r2p.make_kind_searchable();
select r2p.make_searchable(table_name, kind) from r2p.document_kind;

-- Calls the codes by other names, and the documents that use them.
create function r2p.name_codes(all_codes text[], all_names text[]) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    changed text[];
    one record;
begin
    lock table r2p.catalogue_name in share row exclusive mode;
    with wanted as (select * from unnest(all_codes, all_names) as entry (code, name)
    ), gone as (
        delete from r2p.catalogue_name known where not exists (select from wanted where wanted.code = known.code) returning known.code
    ), named as (
        insert into r2p.catalogue_name as known (code, name) select code, name from wanted
        on conflict (code) do update set name = excluded.name where known.name is distinct from excluded.name
        returning known.code
    )
    select array(select code from gone union all select code from named) into changed;
    for one in select k.kind, k.table_name from r2p.document_kind k where cardinality(changed) > 0
        and exists (select from pg_trigger t where t.tgrelid = format('r2p.%I', k.table_name)::regclass and t.tgname = 'keep_search_text')
    loop
        execute format('select count(r2p.keep_search_text($1, to_jsonb(d))) from r2p.%I d join r2p.search_text s on s.id = d.id where s.codes && $2',
            one.table_name) using one.kind, changed;
    end loop;
    return cardinality(changed);
end
$$;
revoke all on function r2p.name_codes(text[], text[]) from public;
