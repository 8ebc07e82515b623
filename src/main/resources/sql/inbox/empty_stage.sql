-- Forgets what was staged, row by row: little. Answers the bytes that the tables hold all the same.
with staged as (delete from stage), differences as (delete from difference)
select pg_relation_size('stage') + pg_relation_size('difference') as bytes
