-- All locations, own warehouses first.
select code, kind, partner, rank from location order by kind = 'supplier', rank, code
