-- Why a line gained, lost or kept units or a date, newest first.
select
    decision.id, decision.at, decision.change, decision.rank, decision.units_ahead, decision.supply, decision.rule,
    decision.trigger, decision.before, decision.after, decision.needed
from decision
where decision.line_id = :line and decision.id < :before_id
order by decision.id desc
limit :limit
