-- A feed that no document ever came of is due from when it was first known.
alter table feed_watch add column known_at timestamptz not null default now();

-- What a feed by HTTP remembers between two polls.
create table http_feed (
    route       text primary key,                          -- id of the route
    url         text not null,                             -- it remembers nothing of another address
    etag        text,                                      -- of the last answer that was kept, where it had one page
    document_id bigint,                                    -- what the last poll kept
    asked_at    timestamptz,                               -- the moment that document speaks of
    since       timestamptz                                -- the moment of the last one that was applied: `since` asks from here
);
