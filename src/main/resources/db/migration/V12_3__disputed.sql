-- Today asks for documents that were applied, but not all of them.
create index on document (ended_at) where direction = 'in' and status = 'applied' and problems > 0;
