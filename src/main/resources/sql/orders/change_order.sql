-- What a person changes of an order. One that becomes `complete` stays ready where it has all its units already.
update orders
set priority = coalesce(:priority, priority),
    hold = coalesce(:hold, hold),
    ship = coalesce(:ship, ship),
    ready = case
        when cast(:ship as text) is null or :ship = ship then ready
        else :ship = 'complete' and not exists (
            select from order_line
            where order_line.order_id = orders.id
              and order_line.open > coalesce((select sum(quantity) from allocation where line_id = order_line.id), 0))
    end
where id = :order
  and (priority, hold, ship) is distinct from (coalesce(:priority, priority), coalesce(:hold, hold), coalesce(:ship, ship))
