-- A new endpoint; its first window begins with this statement's snapshot.
insert into webhook (id, url, events, storefront, description, secret)
values (:id, :url, cast(:events as text[]), :storefront, :description, :secret)
returning id, url, events, storefront, description, status, created_at
