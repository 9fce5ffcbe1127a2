-- The bodies of States' architectures of prevention. Facts change over time: every version is kept.
create table r2p.institution (
    country     text not null,
    category    text not null,
    inhibitors  text[] not null,
    started_on  date,
    ended_on    date,
    office_id   uuid references r2p.office
);
select r2p.make_shared_document_table('institution', 'INSTITUTION');
create index institution_country on r2p.institution (country, published_at);
create index institution_category on r2p.institution (category, published_at);
create index institution_inhibitors on r2p.institution using gin (inhibitors);
