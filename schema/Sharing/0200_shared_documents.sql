-- Makes a table of shared documents of one that has only its kind's own columns: the envelope is the same for every kind.
create function r2p.make_shared_document_table(table_name text, kind text) returns void language plpgsql as $make$
begin
    execute format($columns$
        alter table r2p.%I
            add column status       text not null,
            add column title        text not null,
            add column summary      text,
            add column tags         text[] not null,
            add column author_ids   uuid[] not null,
            add column handling     jsonb,
            add column translations jsonb not null,
            add column consulted    jsonb not null,
            add column body         jsonb not null
        $columns$, table_name);
    perform r2p.add_shared_columns(table_name, $$audience ->> 'kind' = 'NAMED' or handling is not null$$);
    perform r2p.make_document_table(table_name, kind);
    perform r2p.make_reviewable(table_name);
    execute format('create index %I on r2p.%I using gin (tags)', table_name || '_tags', table_name);
end
$make$;
revoke all on function r2p.make_shared_document_table(text, text) from public;

-- Every process says who was consulted.
alter table r2p.assessment add column consulted jsonb not null;
alter table r2p.practice add column consulted jsonb not null;
alter table r2p.lesson add column consulted jsonb not null;

-- What a document was at a moment is found among the versions that stood then.
create index revision_kind on r2p.revision (kind, replaced_at);
