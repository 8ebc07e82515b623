-- Locations whose units are sold by dropship, with the time of day at which their partner wants purchase orders to be cut.
select location.code, location.partner, location.zone, coalesce(location.working_days, array[]::text[]) as working_days,
    cast(partner.file #>> '{dropship,cutoff}' as time) as cutoff
from location join partner on partner.code = location.partner
where location.kind = 'supplier' and 'dropship' = any (partner.kinds)
order by location.code
