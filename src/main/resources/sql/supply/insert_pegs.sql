-- What the lines are promised now.
insert into peg (line_id, inbound_id, quantity)
select line_id, inbound_id, quantity
from unnest(cast(:lines as bigint[]), cast(:inbounds as bigint[]), cast(:quantities as int[]))
    as pegged (line_id, inbound_id, quantity)
