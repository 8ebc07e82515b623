-- Units on hand that the lines hold.
select line_id, location, since, quantity from allocation where line_id = any(:lines)
