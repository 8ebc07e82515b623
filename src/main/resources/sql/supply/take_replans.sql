-- Takes the marks of locked SKUs, with their causes.
delete from replan where sku = any(:skus)
returning sku, trigger ->> 'kind' as kind, cast(trigger ->> 'document' as bigint) as document, trigger ->> 'position' as position
