-- Notes the moment of a full inventory for its locations: it speaks for every row of stock that is not absent.
update location
set full_as_of = m.as_of
from document_message m
where m.document_id = :document and m.n = :message and location.code = any(:locations)
    and (location.full_as_of is null or location.full_as_of < m.as_of)
