-- Units that a customer cancelled after they were ordered are with nobody: they hide no others from an inventory of the partner.
create or replace view dropship_unit as
select purchase_order_line.line_id, purchase_order.location,
    purchase_order_line.quantity - purchase_order_line.cancelled - purchase_order_line.freed - purchase_order_line.shipped as units,
    case partner.file -> 'dropship' ->> 'books'
        when 'on_send' then coalesce(purchase_order.sent_at, purchase_order.answered_at)
        when 'on_ack' then purchase_order.answered_at
    end as booked_from
from purchase_order_line
join purchase_order using (number)
join partner on partner.code = purchase_order.partner
where purchase_order_line.line_id is not null and purchase_order.document_id is not null
  and purchase_order_line.quantity > purchase_order_line.cancelled + purchase_order_line.freed + purchase_order_line.shipped;

-- Today asks for them.
create index on purchase_order_line (number) where cancelled > 0;
