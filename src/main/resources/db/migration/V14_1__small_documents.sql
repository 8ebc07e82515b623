-- What is taken on next is the oldest document of each feed; few are under way.
create index document_to_do on document (partner, mapping, id) where direction = 'in' and status in ('kept', 'staged');
create index document_under_way on document (partner, mapping) where direction = 'in' and lease is not null;
drop index document_partner_mapping_id_idx1;

-- A count asks what moved after its moment. Movements come in the order of time, so this index grows at its end alone.
create index movement_at on movement (effective_at);
drop index movement_effective_at_idx;

-- Whether a document repeats an earlier one is asked of each.
create index document_twin on document (sha256) where direction = 'in';
