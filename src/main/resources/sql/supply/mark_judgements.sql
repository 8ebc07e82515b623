-- Orders to be judged after this transaction; one that is marked already stays so.
insert into judgement (order_id) select unnest(cast(:orders as bigint[])) order by 1 on conflict do nothing
