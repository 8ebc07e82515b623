-- Asked at each look for documents to send; next to always empty.
create index on document (id) where direction = 'out' and sent_at is null and status in ('acknowledged', 'refused');
