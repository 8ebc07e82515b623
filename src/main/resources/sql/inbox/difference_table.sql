-- What the staged document says that we did not know yet; empty again at commit. A verdict says why a line does not go on.
create temporary table if not exists difference (
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
) on commit delete rows
