-- An endpoint with what a request to it needs.
select
    id,
    url,
    events,
    storefront,
    secret,
    case when old_until > now() then old_secret end as old_secret,
    failures,
    false as paused
from webhook
where id = :webhook
