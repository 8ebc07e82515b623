-- The file as it is.
copy peer_stage (sku, quantity, location) from stdin with (format csv, header)
