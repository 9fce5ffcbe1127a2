-- What States did about legal instruments, and about holding to account: facts with a date and a source.
create table r2p.treaty_action (
    country        text not null,
    instrument     text,
    action         text,
    accountability text,
    done_on        date not null,
    check ((action is null) <> (accountability is null)),
    check (action is null or instrument is not null)
);
select r2p.make_shared_document_table('treaty_action', 'TREATY_ACTION');
create index treaty_action_status on r2p.treaty_action (country, instrument, done_on);
create index treaty_action_instrument on r2p.treaty_action (instrument, published_at);

-- Reports that a State owes under an instrument.
create table r2p.treaty_report (
    country      text not null,
    instrument   text not null,
    title        text not null,
    due_on       date not null,
    submitted_on date,
    reference    text
);
select r2p.make_shared_row_table('treaty_report', 'TREATY_REPORT');
create index treaty_report_due on r2p.treaty_report (due_on) where submitted_on is null;

-- Pledges, who stands behind them, and what a State says of a veto that it cast.
create table r2p.pledge (
    kind       text not null,
    title      text not null,
    text       text not null,
    made_on    date not null,
    initiative text,
    source     text
);
select r2p.make_shared_row_table('pledge', 'PLEDGE');

create table r2p.pledge_support (
    pledge_id uuid not null references r2p.pledge on delete cascade,
    country   text not null,
    since     date not null,
    until     date
);
select r2p.make_shared_row_table('pledge_support', 'PLEDGE_SUPPORT');
create unique index pledge_support_open on r2p.pledge_support (pledge_id, owner_id) where until is null;
create index pledge_support_pledge on r2p.pledge_support (pledge_id, since);

create table r2p.veto_explanation (
    country          text not null,
    cast_on          date not null,
    draft            text not null,
    explanation      text not null,
    alternative_plan text not null
);
select r2p.make_shared_row_table('veto_explanation', 'VETO_EXPLANATION');
