-- The first order to be judged, in the order of demand; its SKUs are locked before the mark is taken.
select orders.id, orders.storefront, orders.number
from judgement join orders on orders.id = judgement.order_id
order by
    orders.priority desc,
    case when :requested_first then (select requested from order_line where order_id = orders.id order by line limit 1) end,
    orders.placed_at, orders.storefront, orders.number
limit 1
