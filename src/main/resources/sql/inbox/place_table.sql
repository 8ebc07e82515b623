-- The locations of staged records, by number; place 0 is that of records without one. Empty again at commit.
create temporary table if not exists stage_place (
    place    int not null,
    location text collate "C"
) on commit delete rows
