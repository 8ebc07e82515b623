-- What a test wrote.
select sku, units from round_trip where sku = :sku order by units
