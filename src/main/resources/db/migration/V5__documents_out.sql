-- What settled a document that we sent: the partner's document with its 997, 999 or TA1.
alter table document
    add column settled_by bigint references document,
    add constraint document_settled check (direction = 'out' or settled_by is null);
