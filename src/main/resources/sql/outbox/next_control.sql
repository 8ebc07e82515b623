-- The next interchange control number for a partner; its row is locked until commit.
insert into control_number (partner, last)
values (:partner, 1)
on conflict (partner) do update set last = control_number.last % 999999999 + 1
returning last
