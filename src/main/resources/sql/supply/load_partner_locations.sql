-- Makes or updates the locations that partners' files name; a warehouse partner's is ours, any other is the supplier's. Answers
-- those that are another now.
with said as (
    select partner.code as partner, partner.file -> 'location' as location,
           case when 'warehouse' = any (partner.kinds) then 'warehouse' else 'supplier' end as kind
    from partner
    where jsonb_exists(partner.file, 'location')
)
insert into location (code, kind, partner, handling_days, rank, zone, working_days, cutoff)
select location ->> 'code', kind, partner, cast(location ->> 'handling_days' as int), cast(location ->> 'rank' as int),
       coalesce(location ->> 'zone', 'UTC'),
       (select array_agg(day) from jsonb_array_elements_text(location -> 'working_days') as d (day)),
       cast(location ->> 'cutoff' as time)
from said
order by location ->> 'code'
on conflict (code) do update
set handling_days = excluded.handling_days, rank = excluded.rank, zone = excluded.zone,
    working_days = excluded.working_days, cutoff = excluded.cutoff
where location.partner = excluded.partner
  and (location.handling_days, location.rank, location.zone, location.working_days, location.cutoff)
      is distinct from
      (excluded.handling_days, excluded.rank, excluded.zone, excluded.working_days, excluded.cutoff)
returning code
