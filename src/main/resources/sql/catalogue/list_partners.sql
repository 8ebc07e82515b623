-- Partners by code: the one named, or, where `code` is null, those after `after`.
select code,
       name,
       kinds,
       public_keys,
       password_hash is not null as password_set,
       array(select jsonb_object_keys(file) order by 1) as from_file
from partner
where (cast(:code as text) is null and code > :after)
   or code = :code
order by code
limit :limit
