-- Lines sold although they can be neither filled nor backordered: a person must look at them.
update order_line set exception = true where id = any(:lines)
