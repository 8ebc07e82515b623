-- Inbound units promised to the lines.
select line_id, inbound_id, quantity from peg where line_id = any(:lines)
