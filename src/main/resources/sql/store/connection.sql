-- What each connection has for itself: the tables of staging.

-- Canonical records of the document that is being staged; empty between documents. Narrow, because there are many: without a
-- position it is "line" and the row's number. A row without a quantity was held, but names its SKU.
create temporary table stage (
    message  int not null,
    seq      int not null,
    place    int not null,
    sku      text collate "C",
    quantity int,
    at       text,
    record   jsonb
) on commit preserve rows;

-- What the staged document says that we did not know yet; empty between documents. A verdict says why a line does not go on.
create temporary table difference (
    message  int not null,
    seq      int,
    at       text not null,
    kind     text not null,
    name     text collate "C",
    sku      text collate "C",
    location text collate "C",
    unit     text collate "C",
    quantity int,
    before   int,
    as_of    timestamptz,
    record   jsonb,
    verdict  text
) on commit preserve rows;
