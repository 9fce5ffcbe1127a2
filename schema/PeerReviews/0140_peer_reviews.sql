create table r2p.peer_review (
    id               uuid primary key,
    owner_id         uuid not null references r2p.office,
    readers          text[] not null,
    version          int not null,
    status           text not null check (status in ('OPEN', 'CLOSED', 'CANCELLED')),
    language         text not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    published_at     timestamptz,
    expires_at       timestamptz,
    document_id      uuid not null,
    document_kind    text not null,
    document_version int not null,
    scope            text not null,
    opens_on         date not null,
    due_on           date,
    conclusions      text
);
select r2p.make_document_table('peer_review', 'PEER_REVIEW');
create index peer_review_document on r2p.peer_review (document_id);

-- Who was asked, and what they answered. An office answers for itself.
create table r2p.reviewer (
    review_id            uuid not null references r2p.peer_review on delete cascade,
    office_id            uuid not null references r2p.office,
    status               text not null check (status in ('INVITED', 'ACCEPTED', 'DECLINED')),
    conflict_of_interest text,
    answered_at          timestamptz,
    readers              text[] not null,
    primary key (review_id, office_id)
);
select r2p.make_readable_table('reviewer');
create index reviewer_office on r2p.reviewer (office_id);
drop policy readers_update on r2p.reviewer;
drop policy readers_delete on r2p.reviewer;
revoke delete on r2p.reviewer from r2p_service;
create policy own_office_update on r2p.reviewer for update using (r2p.holds('office:' || office_id));
