-- Takes away suppliers that these items no longer name as they are, and answers the items' SKUs.
with suppliers as (
    select sku, partner, supplier_sku, pack, lead_days, dropship, rank, cast(cost as jsonb) as cost
    from unnest(
        cast(:owners as text[]), cast(:partners as text[]), cast(:supplier_skus as text[]), cast(:packs as int[]),
        cast(:lead_days as int[]), cast(:dropship as boolean[]), cast(:ranks as int[]), cast(:costs as text[])
    ) as row(sku, partner, supplier_sku, pack, lead_days, dropship, rank, cost)
)
delete from item_supplier as known
where known.sku = any(:skus)
  and not exists (
      select
      from suppliers as s
      where (s.sku, s.partner, s.supplier_sku, s.pack, s.dropship, s.rank)
            = (known.sku, known.partner, known.supplier_sku, known.pack, known.dropship, known.rank)
        and (s.lead_days, s.cost) is not distinct from (known.lead_days, known.cost)
  )
returning known.sku
