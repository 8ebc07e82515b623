-- Keys of the orders that this transaction has told as a whole already.
select key from event where xid = pg_current_xact_id() and type = 'order.changed'
