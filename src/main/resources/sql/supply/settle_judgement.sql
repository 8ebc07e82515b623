-- A `complete` order has been judged; its mark was taken before.
update orders set ready = :ready where id = :order and ready <> :ready
