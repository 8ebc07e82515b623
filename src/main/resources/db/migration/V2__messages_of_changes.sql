-- Which of a document's messages says it: a shipment in two messages is one said twice, in two cartons of one message a sum.
alter table change add column message int;
