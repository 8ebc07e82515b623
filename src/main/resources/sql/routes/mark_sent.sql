-- The document is with its partner. What the partner has answered meanwhile stays. No row where the claim was lost.
update document d
set status = case when d.status = 'kept' then 'sent' else d.status end, sent_at = now(), attempts = 0, next_at = null,
    lease = null, lease_until = null
from (select id, sent_at from document where id = :document for update) as before
where d.id = before.id and d.lease = :lease
returning before.sent_at is null as first
