-- Canonical records of the document that is being staged; empty again at commit. Narrow, because there are many: without a
-- position it is "line" and the row's number. A row without a quantity was held, but names its SKU.
create temporary table if not exists stage (
    message  int not null,
    seq      int not null,
    place    int not null,
    sku      text collate "C",
    quantity int,
    at       text,
    record   jsonb
) on commit delete rows
