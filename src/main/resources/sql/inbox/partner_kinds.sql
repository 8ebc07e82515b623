-- What the partner is; no row where nobody knows it.
select kinds from partner where code = :partner
