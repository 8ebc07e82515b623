-- Notes that a step failed; progress sets the count back.
update document set attempts = attempts + 1 where id = :document and lease = :lease returning attempts
