-- Where the peer copies a file to.
create unlogged table peer_stage (sku text collate "C" not null, quantity int not null, location text collate "C" not null)
