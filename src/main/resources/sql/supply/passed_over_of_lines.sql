-- Locations that a line is not supplied from again, each with the answer that rejected it (rule 11).
select line_id, location, document_id, position from passed_over where line_id = any(:lines) order by line_id, location
