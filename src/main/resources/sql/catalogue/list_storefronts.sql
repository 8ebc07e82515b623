-- Storefronts by code: the one named, or, where `code` is null, those after `after`.
select code, name
from storefront
where (cast(:code as text) is null and code > :after)
   or code = :code
order by code
limit :limit
