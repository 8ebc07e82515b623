-- What this feed said last, by kind of record.
select kind, as_of, rows from feed where partner = :partner and mapping = :mapping
