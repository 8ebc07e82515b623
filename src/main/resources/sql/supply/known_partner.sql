-- Whether there is such a partner.
select exists (select from partner where code = :code)
