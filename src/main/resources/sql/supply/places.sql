-- All locations, as the planner needs them.
select code, kind, rank, handling_days, zone, coalesce(working_days, array[]::text[]) as working_days, cutoff from location
