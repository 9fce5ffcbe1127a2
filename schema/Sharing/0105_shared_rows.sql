-- Adds the columns that everything with an audience has, document or not: it belongs to an office, and counts its versions. `restricted` says of which rows
-- each reading is recorded.
create function r2p.add_shared_columns(table_name text, restricted text) returns void
language plpgsql as $$
begin
    execute format($columns$
        alter table r2p.%I
            add column id            uuid primary key,
            add column owner_id      uuid not null references r2p.office,
            add column readers       text[] not null,
            add column version       int not null,
            add column language      text not null,
            add column created_at    timestamptz not null,
            add column updated_at    timestamptz not null,
            add column published_at  timestamptz,
            add column expires_at    timestamptz,
            add column audience      jsonb not null,
            add column is_restricted boolean not null generated always as (%s) stored
        $columns$, table_name, restricted);
end
$$;
revoke all on function r2p.add_shared_columns(text, text) from public;

-- Makes a table of rows that have an audience of their own and are no documents (an entry of a mandate, a pledge, a report) of one that has only their
-- own columns. They keep their past, as documents do.
create function r2p.make_shared_row_table(table_name text, kind text, restricted text default $$audience ->> 'kind' = 'NAMED'$$) returns void
language plpgsql as $$
begin
    perform r2p.add_shared_columns(table_name, restricted);
    perform r2p.make_document_table(table_name, kind);
end
$$;
revoke all on function r2p.make_shared_row_table(text, text, text) from public;
