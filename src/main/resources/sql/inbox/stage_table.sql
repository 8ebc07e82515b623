-- Canonical records of the document that is being staged, with positions; empty again at commit. A line without a quantity was held, but names its SKU.
create temporary table if not exists stage (
    message  int not null,
    seq      int not null,
    at       text not null,
    sku      text collate "C",
    location text collate "C",
    quantity int,
    record   jsonb
) on commit delete rows
