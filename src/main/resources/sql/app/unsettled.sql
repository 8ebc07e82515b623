-- What is still to be decided (orders to judge, SKUs to plan again), and how many events there are to tell.
select (select count(*) from judgement) + (select count(*) from replan) as open,
       (select count(*) from event) as events
