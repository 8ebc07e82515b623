-- Receipts count once by their reference. Answers the new ones, and those of this very document, which is read again: with the
-- positions of the lines that are stored and the numbers that are taken.
with said as (
    select location, ref, received_at
    from unnest(cast(:locations as text[]), cast(:refs as text[]), cast(:received_at as text[])) as row (location, ref, received_at)
), known as (
    select receipt.id, receipt.location, receipt.ref,
        array_remove(array_agg(distinct line.position), null) as positions,
        coalesce(max(line.n) filter (where line.n <= :parts), 0) as lines,
        coalesce(max(line.n) filter (where line.n > :parts), :parts) as parts
    from said
    join receipt using (location, ref)
    left join receipt_line as line on line.receipt_id = receipt.id
    where receipt.document_id = :document
    group by receipt.id
), fresh as (
    insert into receipt (location, ref, received_at, document_id)
    select location, ref, cast(received_at as timestamptz), :document from said order by location, ref
    on conflict (location, ref) do nothing
    returning id, location, ref
)
select id, location, ref, true as fresh, cast('{}' as text[]) as positions, 0 as lines, cast(:parts as int) as parts from fresh
union all
select id, location, ref, false, positions, lines, parts from known
