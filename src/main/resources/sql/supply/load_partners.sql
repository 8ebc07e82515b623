-- Makes or updates partners as their files say; a file that is gone no longer holds anything.
with said as (
    select code, file
    from unnest(cast(:codes as text[]), cast(:files as jsonb[])) as f (code, file)
), gone as (
    update partner set file = null
    where file is not null and code not in (select code from said)
)
insert into partner (code, name, kinds, file)
select code, coalesce(file ->> 'name', code),
       coalesce((select array_agg(kind) from jsonb_array_elements_text(file -> 'kinds') as k (kind)), '{}'), file
from said
order by code
on conflict (code) do update
set file = excluded.file,
    name = case when jsonb_exists(excluded.file, 'name') then excluded.name else partner.name end,
    kinds = case when jsonb_exists(excluded.file, 'kinds') then excluded.kinds else partner.kinds end
where (partner.file, partner.name, partner.kinds) is distinct from (excluded.file, excluded.name, excluded.kinds)
