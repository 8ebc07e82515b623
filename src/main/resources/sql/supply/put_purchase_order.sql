-- What we ordered, said in full.
insert into purchase_order (number, partner, kind, location, send, created_at, updated_at)
values (:number, :partner, :kind, :location, :send, :at, :at)
on conflict (number) do update
set partner = excluded.partner, kind = excluded.kind, location = excluded.location, send = excluded.send, updated_at = excluded.updated_at
