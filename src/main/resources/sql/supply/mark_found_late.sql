-- The day on which an ETA was found to have passed; told once (rule 9).
update inbound set found_late = cast(:today as date)
where sku = any(:skus) and quantity > 0 and eta < cast(:today as date) and found_late is null
