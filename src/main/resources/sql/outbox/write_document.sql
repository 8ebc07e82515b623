-- A document to a partner, kept until a route has sent it.
insert into document (direction, partner, kind, mapping, name, sha256, size, controls, answers)
values ('out', :partner, :kind, :mapping, :name, :sha256, :size, cast(:controls as text[]), cast(:answers as bigint))
returning id
