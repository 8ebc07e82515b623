-- One writer of items at a time, so that checks of what items share hold until the commit. Ends with the transaction.
select 1 from (select pg_advisory_xact_lock(8031)) as lock
