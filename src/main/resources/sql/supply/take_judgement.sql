-- Takes the mark of an order, if nobody was faster.
delete from judgement where order_id = :order
