-- What is said of a document is a document of its own now, written when that ends. The index on reports that are due goes too.
alter table document
    drop column reported_at,
    add column received jsonb;                             -- X12: envelopes and what is wrong in them, for its acknowledgement
