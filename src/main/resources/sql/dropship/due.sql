-- Purchase orders for the partner that are cut and not written; one that could not be is tried again after a minute, or with
-- another version of its mapping.
select number, order_id
from purchase_order
where partner = :partner and kind = 'dropship' and document_id is null and cut_at is not null
  and (tried_at is null or tried_at <= cast(:again as timestamptz) or tried_with is distinct from cast(:version as bytea))
order by number
limit 100
