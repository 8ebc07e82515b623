-- Where units go when nobody says: the own warehouse of the lowest rank.
select code from location where kind = 'warehouse'
order by rank, code limit 1
