-- The document that this one repeats: the feed's latest before it, or any earlier one that says of which moment or number it is.
with earlier as not materialized (
    select id, sha256, controls <> '{}' or as_of is not null as dated
    from document
    where direction = 'in' and partner = :partner and mapping = :mapping and id < :document and status <> 'rejected'
), latest as (
    select id, sha256 from earlier order by id desc limit 1
)
select max(id) as id
from (
    select id from latest where sha256 = :sha256
    union all
    select id from earlier where sha256 = :sha256 and dated
) as repeated
