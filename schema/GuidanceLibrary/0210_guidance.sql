create table r2p.guidance (
    type             text not null,
    issuing_body     text not null,
    edition          text not null,
    level            text not null,
    valid_from       date,
    valid_to         date,
    superseded_by_id uuid
);
select r2p.make_shared_document_table('guidance', 'GUIDANCE');
create index guidance_type on r2p.guidance (type, published_at);
create index guidance_superseded_by on r2p.guidance (superseded_by_id);

-- What was taught: how many took part, and no names. A row of its own: it belongs to whoever gave the course, not to whoever wrote the material.
create table r2p.training (
    guidance_id  uuid, -- the material may have been erased
    title        text not null,
    delivered_by text not null,
    institution  text not null,
    level        text not null,
    country      text,
    held_on      date not null,
    ended_on     date,
    participants int not null check (participants >= 0),
    women        int check (women between 0 and participants),
    tags         text[] not null,
    note         text
);
select r2p.make_shared_row_table('training', 'TRAINING');
create index training_guidance on r2p.training (guidance_id);
create index training_held on r2p.training (held_on);
create index training_tags on r2p.training using gin (tags);
