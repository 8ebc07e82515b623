-- Lines that do not go on although they were read well, in the order of the document.
select verdict, message, coalesce(seq, 0) as seq, at, coalesce(name, '') as name
from difference
where verdict in ('unknown', 'twin', 'nowhere', 'orphan')
order by seq
limit :limit
