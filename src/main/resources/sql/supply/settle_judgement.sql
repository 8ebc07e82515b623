-- A `complete` order has been judged; its mark was taken before.
update orders set ready = :ready where storefront = :storefront and number = :number and ready <> :ready
