-- For the servers without a wall: only the documents that were made here (those of the sample network are not all published), and what it takes
-- to find the newest of them without r2p.document_reader.
\set ON_ERROR_STOP on
delete from r2p.assessment where title !~ '^Assessment [0-9]+ of ';
create index assessment_newest on r2p.assessment (published_at desc, id desc);
vacuum (analyze) r2p.assessment;
