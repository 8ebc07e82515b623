-- One writer of a purchase order at a time: which SKUs its lines name is read before they are locked. Ends with the transaction.
select 1 from (select pg_advisory_xact_lock(8032, hashtext(:number))) as lock
