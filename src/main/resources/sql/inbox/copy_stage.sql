-- Takes staged records as they are read.
copy stage (message, seq, place, sku, quantity, at, record) from stdin
