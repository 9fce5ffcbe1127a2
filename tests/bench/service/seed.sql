-- Fills a database that holds the sample network with :documents assessments, 14 ratings each, and five released comments for every one of
-- them. Newest first, 75 of 100 are shared with the members, 15 with a region, 10 with one State. Every 20th is instead shared by name (a
-- restricted one) with the desk of the African Union and the persona "auditor". A hundred, spread over all, are also shared with the persona
-- "admin", who sees few; the oldest hundredth (a hundred at least) also with everyone: somebody without an appointment ("bench:newcomer") sees
-- only these.
\set ON_ERROR_STOP on
begin;
set local synchronous_commit = off;
set local work_mem = '256MB';

-- The sample network's own are of other sizes, and some are drafts.
delete from r2p.assessment;

-- Made anew at the end: much quicker than row by row.
drop index r2p.search_text_words;

create temporary table bench_document on commit drop as
select i,
       md5('bench assessment ' || i)::uuid as id,
       states.codes[1 + i % cardinality(states.codes)] as country,
       offices.ids[1 + i % cardinality(offices.ids)] as owner_id,
       timestamptz '2026-10-01' - i * interval '3 minutes' as published_at
from generate_series(1, :documents) i,
     (select array_agg(code order by code) as codes from r2p.party where kind = 'STATE') states,
     (select array_agg(id order by code) as ids from r2p.office where code like '%FOCAL_POINT') offices;

insert into r2p.assessment (id, owner_id, readers, version, status, language, created_at, updated_at, published_at, title, summary, tags,
    author_ids, audience, translations, consulted, country, framework, framework_version, factors, stage, body)
select d.id, d.owner_id,
       array['office:' || d.owner_id] || case
           when d.i % 20 = 7 then array['org:AU', 'person:' || auditor.person_id]
           when d.i % 100 < 75 then array['members']
           when d.i % 100 < 90 then array['region:' || (array['AU', 'EU', 'OAS', 'ASEAN', 'ECOWAS'])[1 + d.i % 5]]
           else array['state:' || d.country] end
       || case when d.i % greatest(1, :documents / 100) = 0 then array['person:' || admin.person_id] else '{}' end
       || case when d.i > least(:documents * 0.99, :documents - 100) then array['public'] else '{}' end,
       1, 'PUBLISHED', 'en', d.published_at, d.published_at, d.published_at,
       'Assessment ' || d.i || ' of ' || d.country, 'A measured text, made by a rule: number ' || d.i || '.',
       array['RF_0' || 1 + d.i % 9], '{}',
       case when d.i % 20 = 7 then '{"kind": "NAMED", "states": [], "offices": [], "persons": [], "networks": [], "organizations": ["AU"]}'
            else '{"kind": "MEMBERS", "states": [], "offices": [], "persons": [], "networks": [], "organizations": []}' end::jsonb,
       '[]', '[]', d.country, 'UN_FRAMEWORK_2014', '2014', ratings.factors, 'STAGE_1_GENERAL_RISK',
       jsonb_build_object('ratings', ratings.list, 'inhibitors', '[]'::jsonb, 'stageReasons', null, 'triggers', '[]'::jsonb)
from bench_document d
join r2p.identity auditor on auditor.subject = 'sample:auditor'
join r2p.identity admin on admin.subject = 'sample:admin'
cross join lateral (
    select array_agg('RF_' || lpad(f::text, 2, '0') order by f) as factors,
           jsonb_agg(jsonb_build_object(
               'factor', 'RF_' || lpad(f::text, 2, '0'),
               'finding', 'Finding ' || f || ' of assessment ' || d.i || ': what was seen, and what it rests on.',
               'trend', (array['IMPROVING', 'STABLE', 'WORSENING', 'UNKNOWN'])[1 + (d.i + f) % 4],
               'confidence', (array['LOW', 'MODERATE', 'HIGH'])[1 + (d.i + f) % 3],
               'dissent', null, 'evidence', '[]'::jsonb, 'indicators', '[]'::jsonb) order by f) as list
    from generate_series(1, 14) f) ratings;

with newcomer as (
    insert into r2p.person (id, display_name, readers) values (md5('bench newcomer')::uuid, 'A newcomer', '{}') returning id)
insert into r2p.identity (issuer, subject, person_id)
select known.issuer, 'bench:newcomer', newcomer.id from r2p.identity known, newcomer where known.subject = 'sample:admin';

insert into r2p.peer_review (id, owner_id, readers, version, status, language, created_at, updated_at, published_at, document_id, document_kind,
    document_version, scope, opens_on, due_on)
select md5('bench review ' || d.i)::uuid, d.owner_id, array['office:' || d.owner_id], 1, 'CLOSED', 'en',
       d.published_at, d.published_at, d.published_at, d.id, 'ASSESSMENT', 1, 'The whole assessment', d.published_at::date, null
from bench_document d;

insert into r2p.comment (id, review_id, document_id, document_kind, document_version, owner_id, office_id, signature, kind, addressee, pointer,
    place, digest, text, answered, created_at, released_at, own_readers, readers)
select md5('bench comment ' || d.i || ' ' || n)::uuid, md5('bench review ' || d.i)::uuid, d.id, 'ASSESSMENT', 1, d.owner_id, d.owner_id,
       'Sample office', 'OBSERVATION', 'AUDIENCE', '/ratings/' || n, '/ratings/' || n, 'none',
       'Comment ' || n || ' on assessment ' || d.i || '.', false, d.published_at + n * interval '1 hour', d.published_at + interval '1 day',
       array['office:' || d.owner_id], a.readers
from bench_document d
join r2p.assessment a on a.id = d.id
cross join generate_series(1, 5) n;
create index search_text_words on r2p.search_text using gin (readers, words) with (fastupdate = off);
commit;
vacuum (analyze) r2p.assessment, r2p.peer_review, r2p.comment, r2p.document_reader, r2p.search_text;
