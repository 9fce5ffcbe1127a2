-- Any of the queries, each once.
create function r2p.search_any(queries tsquery[]) returns tsquery language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    one tsquery;
    whole tsquery := '';
begin
    for one in select distinct query from unnest(queries) query where numnode(query) > 0 loop
        whole := whole || one;
    end loop;
    return whole;
end
$$;

-- One word, beginning of a word or phrase of a query, as one language understands it; empty if it says nothing there.
create function r2p.search_term(config regconfig, term jsonb) returns tsquery language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    chinese constant text := format('[%s]', r2p.chinese());
    is_prefix constant boolean := coalesce((term ->> 'prefix')::boolean, false);
    words text := r2p.search_words(term ->> 'text');
    beginning text;
begin
    -- The last character stands alone only where the query ends, not in the document.
    words := regexp_replace(words, format('(%s) %s$', chinese, chinese), '\1');
    if not is_prefix and words !~ format('^%s$', chinese) then
        return phraseto_tsquery(config, words);
    end if;
    beginning := '''' || replace(replace(words, '\', '\\'), '''', '''''') || ''':*';
    if config = 'pg_catalog.simple'::regconfig or words !~ '^\w+$' then
        return to_tsquery(config, beginning);
    end if;
    -- What begins so may be kept without its ending, "preventi" as "prevent": hence also the words that are up to four letters shorter.
    return r2p.search_any(array[to_tsquery(config, beginning), to_tsquery('simple', beginning)] || array(
        select plainto_tsquery('simple', left(words, length(words) - less)) from generate_series(1, 4) less where length(words) - less >= 3));
end
$$;

-- All of the terms, as one language understands them.
create function r2p.search_all(config regconfig, terms jsonb) returns tsquery language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp as $$
declare
    term jsonb;
    whole tsquery := '';
begin
    for term in select jsonb_array_elements(terms) loop
        whole := whole && r2p.search_term(config, term);
    end loop;
    return whole;
end
$$;

-- A query: at least one of its branches, each a list of terms that all have to be there, and of terms that must not. A branch holds if all of its
-- terms are found as one language understands them; what must not be there must not be there in any. Also what of it is marked where it is found.
create function r2p.search_query(branches jsonb, languages text[], out wanted tsquery, out marked tsquery) language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
declare
    branch jsonb;
    config regconfig;
    configs constant regconfig[] := array(select distinct r2p.search_config(language) from unnest(languages) language);
    positive tsquery[];
    negative tsquery[];
    terms tsquery[] := '{}';
begin
    wanted := '';
    for branch in select jsonb_array_elements(branches) loop
        positive := '{}';
        negative := '{}';
        foreach config in array configs loop
            positive := positive || r2p.search_all(config, branch -> 'all');
            negative := negative || array(select r2p.search_term(config, term) from jsonb_array_elements(branch -> 'none') term);
            terms := terms || array(select r2p.search_term(config, term) from jsonb_array_elements(branch -> 'all') term);
        end loop;
        wanted := wanted || (r2p.search_any(positive) && !! r2p.search_any(negative));
    end loop;
    marked := r2p.search_any(terms);
end
$$;

-- The texts of a document's row with the places where they stand, as JSON pointers into the row; instead of a code what it is called. Ids, times and
-- dates are none.
create function r2p.search_texts(document jsonb) returns table (pointer text, content text, config regconfig) language sql stable parallel safe
as $$
    with recursive node (pointer, value) as (
        select '', r2p.search_content(document) - 'language'
        union all
        select node.pointer || '/' || replace(replace(member.key, '~', '~0'), '/', '~1'), member.value
        from node, lateral (
            select o.key, o.value from jsonb_each(case jsonb_typeof(node.value) when 'object' then node.value else '{}' end) o
            union all
            select (a.place - 1)::text, a.value
            from jsonb_array_elements(case jsonb_typeof(node.value) when 'array' then node.value else '[]' end) with ordinality a (value, place)
            ) member
    ), texts as (
        select node.pointer, node.value #>> '{}' as content from node where jsonb_typeof(node.value) = 'string'
    )
    select t.pointer, translate(coalesce(known.name, t.content), E'\uE000\uE001', ''), r2p.search_config(case
        when known.code is not null then 'en'
        when t.pointer like '/translations/%' then document #>> array['translations', split_part(t.pointer, '/', 3), 'language']
        else document ->> 'language' end)
    from texts t
    left join r2p.catalogue_name known on known.code = t.content
    where (known.code is null or known.name is not null) and t.pointer !~ '^/translations/.*/(language|at|original)$' and not r2p.is_search_noise(t.content)
    order by case t.pointer when '/title' then 1 when '/summary' then 2 else 3 end, t.pointer
$$;

-- Where a query is found in documents of these kinds that the viewer may see: at most five texts of each, the title first. What is found stands
-- between U+E000 and U+E001, which no text keeps. A text with Chinese in it, if the query has some, comes whole: it has no words to be marked here.
-- Nothing is escaped. Of a moment: in the versions that stood then.
create function r2p.search_passages(kinds text[], ids uuid[], marked tsquery, moment timestamptz)
returns table (id uuid, pointer text, fragment text, is_whole boolean) language plpgsql stable set client_min_messages = warning as $$
declare
    chinese constant text := format('[%s]', r2p.chinese());
    is_chinese constant boolean := marked::text ~ chinese;
    opening constant text := E'\uE000';
    marks constant text := E'StartSel=\uE000, StopSel=\uE001';
    short constant text := marks || ', HighlightAll=true';
    long constant text := marks || ', MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "';
    its_table text;
    its_kind text;
begin
    for its_table, its_kind in select k.table_name, k.kind from r2p.document_kind k where k.kind = any(kinds) loop
        return query execute format($query$
            select d.id, found.pointer, found.fragment, found.is_whole
            from (
                select now.id, to_jsonb(now) as document from r2p.%I now where now.id = any($1) and ($8 is null or now.updated_at <= $8)
                union all
                select kept.document_id, kept.document from r2p.revision kept
                where $8 is not null and kept.document_id = any($1) and kept.kind = %L and kept.replaced_at > $8
                    and (kept.document ->> 'updated_at')::timestamptz <= $8
                ) d cross join lateral (
                select t.pointer, shown.fragment, shown.is_whole
                from r2p.search_texts(d.document) t,
                lateral (select $3 and t.content ~ $4 as is_whole offset 0) how,
                lateral (select how.is_whole, case when how.is_whole then t.content
                    else ts_headline(t.config, t.content, $2, case when length(t.content) <= 300 then $5 else $6 end) end as fragment offset 0) shown
                where shown.is_whole or strpos(shown.fragment, $7) > 0
                limit case when $3 then 200 else 5 end) found
            $query$, its_table, its_kind) using ids, marked, is_chinese, chinese, short, long, opening, moment;
    end loop;
end
$$;
grant select on r2p.catalogue_name to r2p_service;
