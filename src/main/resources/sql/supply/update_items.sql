-- What is told of items from now on.
update item
set available = told.available, availability = told.availability, next_date = cast(told.next_date as date),
    changed_at = cast(:at as timestamptz)
from unnest(cast(:skus as text[]), cast(:available as int[]), cast(:availability as text[]), cast(:next_dates as text[]))
    as told (sku, available, availability, next_date)
where item.sku = told.sku
