-- Takes staged records as they are read.
copy stage (message, seq, at, sku, location, quantity, record) from stdin
