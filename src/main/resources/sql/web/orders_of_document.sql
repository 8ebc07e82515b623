-- Purchase orders that a document says, or answers.
select number from purchase_order where document_id = :document
union
select number from purchase_order_answer where document_id = :document
order by number
limit 50
