-- Why a purchase order could not be written, for a person to see; answers whether that is news.
update purchase_order
set unwritten = :why, tried_at = :at, tried_with = cast(:version as bytea)
from (select number, unwritten from purchase_order where number = :number) as before
where purchase_order.number = before.number and document_id is null
returning before.unwritten is distinct from :why
