-- Today asks for documents that were rejected in the last days, among all that ended.
create index on document (ended_at) where status = 'rejected';
