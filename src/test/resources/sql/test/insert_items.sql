-- A row for each number; "a ; in quotes, a :colon and a ? say nothing".
insert into round_trip (sku, units) select :sku, unnest(cast(:units as int[]))
