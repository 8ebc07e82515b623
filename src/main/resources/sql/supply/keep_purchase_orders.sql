-- Until the transaction ends nobody says these purchase orders anew; others may read them likewise. Taken in the order of the
-- keys, before the SKUs of their lines are read and locked.
select 1
from (
    select pg_advisory_xact_lock_shared(8032, key)
    from (select distinct hashtext(number) as key from unnest(cast(:numbers as text[])) as number order by key) as number
) as lock
