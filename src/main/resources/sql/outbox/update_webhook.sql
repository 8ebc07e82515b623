-- Changes an endpoint. A new URL, or a person who makes it active again, ends a pause.
update webhook
set url = :url,
    events = cast(:events as text[]),
    storefront = :storefront,
    description = :description,
    status = :status,
    failures = case when url <> :url or status <> :status then 0 else failures end,
    paused_until = case when url <> :url or status <> :status then null else paused_until end
where id = :id
returning id, url, events, storefront, description, status, created_at
