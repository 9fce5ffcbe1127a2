-- What the servers without a wall need to find the newest documents: they have no r2p.document_reader to go by.
\set ON_ERROR_STOP on
create index assessment_newest on r2p.assessment (published_at desc, id desc);
analyze r2p.assessment;
