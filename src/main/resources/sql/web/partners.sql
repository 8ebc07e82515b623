-- Codes of all partners.
select code from partner order by code limit 500
