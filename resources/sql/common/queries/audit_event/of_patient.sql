-- What was done with this record, the latest first.
SELECT sequence, event, sequence AS position, previous, hash, NULL AS row_hash FROM audit_event
WHERE patient = :patient
ORDER BY sequence DESC
LIMIT :limit
