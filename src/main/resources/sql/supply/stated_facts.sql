-- What partners say is coming under references, taken apart at the last slash into purchase order and line.
with statement as (
    select inbound_statement.*, regexp_replace(ref, '/[^/]*$', '') as po,
        case when ref like '%/%' then substring(ref from '[^/]*$') else '' end as line
    from inbound_statement
    where sku = any(:skus)
)
select statement.po, statement.sku, statement.line, statement.ref, statement.quantity, statement.eta, statement.partner,
    statement.location, statement.as_of, statement.document_id as document, statement.position
from unnest(cast(:pos as text[]), cast(:skus as text[])) as asked (po, sku)
join statement on statement.po = asked.po and statement.sku = asked.sku
