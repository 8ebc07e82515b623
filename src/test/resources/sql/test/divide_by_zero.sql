-- Always fails.
select 1 / (count(*) - count(*)) from round_trip
