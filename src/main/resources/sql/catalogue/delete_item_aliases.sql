-- Takes away what these items no longer name in `aliases`: what each names is one row of owner and name.
delete from item_alias as known
where known.sku = any(:skus)
  and not exists (
      select
      from unnest(cast(:owners as text[]), cast(:names as text[])) as named(sku, alias)
      where named.sku = known.sku
        and named.alias = known.alias
  )
