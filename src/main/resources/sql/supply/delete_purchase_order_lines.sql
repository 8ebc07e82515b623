-- Lines that are ordered no more.
delete from purchase_order_line where number = :number and not line = any(:lines)
