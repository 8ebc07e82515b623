-- They say something else now: what could not be written is tried again.
update purchase_order set updated_at = :at, unwritten = null, tried_at = null, tried_with = null where number = any(:numbers)
