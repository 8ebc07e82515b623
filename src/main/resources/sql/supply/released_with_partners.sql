-- Units of order lines that are released, by location.
select line_id, location, quantity from released where line_id = any(:lines)
