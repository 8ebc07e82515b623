-- Endpoints that get nothing any more.
select webhook.id as ref, webhook.url as what, coalesce(webhook.storefront, '') as partner,
    coalesce(webhook.description || ': ', '') || 'disabled' || coalesce(', its last answer was ' || coalesce(last.status::text, last.error), '') as detail,
    coalesce(last.at, webhook.created_at) as since, (count(*) over ())::int as total
from webhook
left join lateral (
    select at, status, error from attempt where webhook_id = webhook.id order by event_id desc, at desc limit 1
) as last on true
where webhook.status = 'disabled'
order by webhook.id
limit :limit
