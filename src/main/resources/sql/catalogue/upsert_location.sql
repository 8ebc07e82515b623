-- Makes or updates a location; a row comes back where something differs from before.
insert into location as known (code, kind, partner, handling_days, rank, zone, working_days, cutoff)
values (:code, :kind, :partner, :handlingDays, :rank, :zone, cast(:workingDays as text[]), cast(:cutoff as time))
on conflict (code) do update
set kind = excluded.kind,
    partner = excluded.partner,
    handling_days = excluded.handling_days,
    rank = excluded.rank,
    zone = excluded.zone,
    working_days = excluded.working_days,
    cutoff = excluded.cutoff
where (known.kind, known.partner, known.handling_days, known.rank, known.zone, known.working_days, known.cutoff)
      is distinct from
      (excluded.kind, excluded.partner, excluded.handling_days, excluded.rank, excluded.zone, excluded.working_days,
       excluded.cutoff)
returning code
