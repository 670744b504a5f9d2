-- What this person did with any patient's record, the latest first.
SELECT sequence, event, sequence AS position, previous, hash, NULL AS row_hash FROM audit_event
WHERE agent = :agent AND patient IS NOT NULL
ORDER BY sequence DESC
LIMIT :limit
