-- SKUs that lie or are expected at a location.
select sku
from stock
where location = :location
union
select sku
from inbound
where location = :location
  and quantity > 0
order by sku
