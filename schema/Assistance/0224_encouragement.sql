-- What was done to encourage a State; the quiet ones are their office's alone.
create table r2p.encouragement_activity (
    country text not null,
    form    text not null,
    what    text not null,
    held_on date not null
);
select r2p.make_shared_row_table('encouragement_activity', 'ENCOURAGEMENT_ACTIVITY');
create index encouragement_activity_country on r2p.encouragement_activity (country, held_on);
